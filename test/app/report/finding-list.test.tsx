import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { FindingList } from "../../../src/app/report/findings/FindingList.tsx";
import { useView } from "../../../src/app/state/view.ts";
import { extension, wheel } from "../../core/builders.ts";
import { judge, renderScreen } from "../render.tsx";

/** Claims manylinux_2_17, needs glibc 2.34, and finds a library in no place. */
const failing = judge(
  wheel({
    libraries: [
      extension("pkg/_x.so", {
        needed: ["libc.so.6", "libodd.so.1"],
        needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] },
      }),
    ],
  }),
);

it("lists the findings, errors first, each closed", () => {
  renderScreen(<FindingList report={failing} />, failing);
  expect(screen.getByRole("heading", { level: 2, name: "Findings" })).toBeTruthy();
  const buttons = screen.getAllByRole("button");
  expect(buttons.length).toBeGreaterThan(1);
  expect(buttons.map((button) => button.getAttribute("aria-expanded"))).toEqual(buttons.map(() => "false"));
  expect(buttons[0]?.textContent).toContain("Tag not met");
  expect(screen.queryByText("pthread_create", { exact: false, selector: ".finding-body *" })).toBeNull();
});

it("opens a finding to its evidence, notes it in the address, and closes it again", async () => {
  const { user } = renderScreen(<FindingList report={failing} />, failing);
  const button = screen.getByRole("button", { name: /Symbol versions too new/ });
  await user.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  const body = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (body === null) throw new Error("the button controls nothing");
  expect(body.textContent).toContain("pthread_create");
  expect(within(body).getByRole("link", { name: "Learn why" }).getAttribute("href")).toBe(
    "#/learn/symbol-version-too-new",
  );
  expect(useView.getState().route.view.finding).toBe("symbol-version-too-new");
  await user.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("false");
  expect(useView.getState().route.view.finding).toBeNull();
});

it("shows the finding that the address names", () => {
  useView.getState().changeView({ finding: "symbol-version-too-new" });
  renderScreen(<FindingList report={failing} />, failing);
  expect(screen.getByRole("button", { expanded: true }).textContent).toContain("Symbol versions too new");
});
