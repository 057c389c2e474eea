import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { LibraryTable } from "../../../src/app/report/libraries/LibraryTable.tsx";
import { useView } from "../../../src/app/state/view.ts";
import { extension, library, wheel } from "../../core/builders.ts";
import { judge, renderScreen } from "../render.tsx";

const report = judge(
  wheel({
    libraries: [
      extension("pkg/_old.so", { needs: { "libc.so.6": ["GLIBC_2.2.5 malloc"] } }),
      extension("pkg/_new.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } }),
      library("pkg.libs/libmid.so", { soname: "libmid.so", needs: { "libc.so.6": ["GLIBC_2.14 memcpy"] } }),
    ],
  }),
);

/** Paths of the rows, from the top. */
const paths = () =>
  within(screen.getByRole("table"))
    .getAllByRole("rowheader")
    .map((cell) => within(cell).getByRole("button").getAttribute("data-library"));

const heading = (name: string) => screen.getByRole("columnheader", { name });

it("sorts by a heading, by number and not by letter, and back again", async () => {
  const { user } = renderScreen(<LibraryTable report={report} compact={false} />, report);
  await user.click(within(heading("GLIBC")).getByRole("button"));
  const first = heading("GLIBC").getAttribute("aria-sort");
  const once = paths();
  await user.click(within(heading("GLIBC")).getByRole("button"));
  expect([first, heading("GLIBC").getAttribute("aria-sort")].toSorted()).toEqual(["ascending", "descending"]);
  const ascending = ["pkg/_old.so", "pkg.libs/libmid.so", "pkg/_new.so"];
  expect(once).toEqual(first === "ascending" ? ascending : ascending.toReversed());
  expect(paths()).toEqual(once.toReversed());
});

it("filters by what is typed, says how many are left, and shows all again", async () => {
  const { user } = renderScreen(<LibraryTable report={report} compact={false} />, report);
  expect(screen.getByRole("status").textContent).toBe("3");
  const box = screen.getByRole("searchbox", { name: /^Filter libraries/ });
  await user.type(box, "libmid");
  expect(paths()).toEqual(["pkg.libs/libmid.so"]);
  expect(screen.getByRole("status").textContent).toBe("1 of 3");
  expect(useView.getState().route.view.q).toBe("libmid");
  await user.clear(box);
  await user.type(box, "nothing like it");
  expect(screen.getByText(/No library matches “nothing like it”/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Show all" }));
  expect(paths()).toHaveLength(3);
});

it("keeps the libraries with problems when asked to, and opens one", async () => {
  const { user } = renderScreen(<LibraryTable report={report} compact={false} />, report);
  await user.click(screen.getByRole("checkbox", { name: "Only with problems" }));
  expect(paths()).toEqual(["pkg/_new.so"]);
  // Its name comes before its folder; where a name may break, this document without layout puts a blank.
  await user.click(screen.getByRole("button", { name: /^_ ?new ?\.so pkg\/$/ }));
  expect(useView.getState().route.view.lib).toBe("pkg/_new.so");
});
