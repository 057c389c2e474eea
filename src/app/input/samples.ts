/** The three wheels offered on the landing page. They lie in public/samples; a test compares the sizes. */

export interface Sample {
  readonly label: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** What opening it shows. */
  readonly shows: string;
}

export const samples: readonly Sample[] = [
  {
    label: "tiny-ok",
    fileName: "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    sizeBytes: 2012,
    shows: "keeps what it promises",
  },
  {
    label: "glibc-too-new",
    fileName: "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    sizeBytes: 3256,
    shows: "needs a newer glibc than its tag says",
  },
  {
    label: "missing-library",
    fileName: "missing_library-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    sizeBytes: 2103,
    shows: "needs a library that nobody provides",
  },
];

/** The sample as a file, as if it had been dropped. */
export async function fetchSample(sample: Sample): Promise<File> {
  const response = await fetch(new URL(`samples/${sample.fileName}`, document.baseURI));
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new File([await response.blob()], sample.fileName);
}
