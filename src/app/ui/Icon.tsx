/** Small line icons, drawn here; 20 units square, coloured by the text around them. Decoration: a word stands beside each. */

const paths = {
  check: "M4.5 10.5l3.6 3.7 7.4-8",
  cross: "M5.5 5.5l9 9m0-9l-9 9",
  warning: "M10 4.2v7.2M10 14.6v1.2",
  info: "M10 8.8v7M10 4.2v1.4",
  question: "M7.2 7.4a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.1.9-1.1 1.8M10 14.6v1.2",
  dash: "M5 10h10",
  chevron: "M7.5 5l5 5-5 5",
  file: "M5 2.8h6.4L15 6.4v10.8H5zM11.2 3v3.6h3.6",
  copy: "M7.2 7.2h9.2v9.2H7.2zM4.4 12.8H3.6V3.6h9.2v.8",
  download: "M10 3v9.5m-4-3.8l4 3.9 4-3.9M3.6 16.6h12.8",
  terminal: "M3.6 5.6l4.6 4.4-4.6 4.4M10 15h6.4",
  search: "M8.8 14.4a5.6 5.6 0 1 0 0-11.2 5.6 5.6 0 0 0 0 11.2zM13 13l4 4",
  back: "M16.4 10H4m5-5l-5 5 5 5",
  sun: "M10 13.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM10 1.8v1.8m0 12.8v1.8M1.8 10h1.8m12.8 0h1.8M4.2 4.2l1.3 1.3m9 9l1.3 1.3m0-11.6l-1.3 1.3m-9 9l-1.3 1.3",
  moon: "M16.6 12.2A7 7 0 0 1 7.8 3.4a7 7 0 1 0 8.8 8.8z",
  screen: "M2.8 4h14.4v9.6H2.8zM7 16.6h6",
  keys: "M2.4 5.4h15.2v9.2H2.4zM5.2 8.4h.8m2 0h.8m2 0h.8m2 0h.8M6.4 11.6h7.2",
  sort: "M6.6 8L10 4.4 13.4 8M6.6 12l3.4 3.6 3.4-3.6",
  up: "M5.6 12.4L10 7.8l4.4 4.6",
  down: "M5.6 7.8l4.4 4.6 4.4-4.6",
  share: "M10 12.6V3m-3.6 3.4L10 2.8l3.6 3.6M5.6 9H3.8v8h12.4V9h-1.8",
  pin: "M7 3h6l-.8 5.6 2.6 2.8H5.2l2.6-2.8zM10 11.4V17",
  lock: "M5 9h10v7.6H5zM7 9V6.4a3 3 0 0 1 6 0V9",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Our mark: a wheel under a lens. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <circle cx="13.5" cy="13.5" r="10.5" strokeWidth="3" />
        <path d="M21.4 21.4l7.4 7.4" strokeWidth="4" />
        <circle className="logo-hub" cx="13.5" cy="13.5" r="2.2" strokeWidth="2" />
        <path
          className="logo-spokes"
          d="M13.5 11.3V6m0 9.7V21M15.7 13.5H21m-9.7 0H6M15.1 11.9l3.7-3.7M11.9 15.1l-3.7 3.7m6.9-3.7l3.7 3.7M11.9 11.9L8.2 8.2"
          strokeWidth="1.5"
        />
      </g>
    </svg>
  );
}
