/** The verdict as a picture: as SVG, or drawn to PNG for programs that take no SVG. */
import { useState } from "react";
import { PICTURE_HEIGHT, PICTURE_WIDTH, verdictPicture } from "../../present/picture/verdict-picture.ts";
import type { Report } from "../../core/report.ts";
import { saveBlob } from "../ui/clipboard.ts";
import { Icon } from "../ui/Icon.tsx";

/** Twice the size, for sharp text on a projector. */
const scale = 2;

export function PictureButtons({ report }: { readonly report: Report }) {
  const [refused, setRefused] = useState(false);
  const { name, fileName } = report.facts;
  const base = name === null ? fileName : `${name.project}-${name.version}`;
  const saveSvg = (): void => {
    saveBlob(`${base}.svg`, new Blob([verdictPicture(report)], { type: "image/svg+xml" }));
  };
  const savePng = async (): Promise<void> => {
    const blob = await drawn(verdictPicture(report)).catch(() => null);
    setRefused(blob === null);
    if (blob !== null) saveBlob(`${base}.png`, blob);
  };
  return (
    <>
      <button type="button" className="button" onClick={saveSvg}>
        <Icon name="download" />
        Picture (SVG)
      </button>
      <button type="button" className="button" onClick={() => void savePng()}>
        <Icon name="download" />
        Picture (PNG)
      </button>
      <span role="status" className="small">
        {refused && "The browser did not draw the picture; the SVG holds the same."}
      </span>
    </>
  );
}

/** A data address: the page's policy lets no other picture in. */
async function drawn(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_WIDTH * scale;
  canvas.height = PICTURE_HEIGHT * scale;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
