import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ErrorScreen } from "../../../src/app/error/ErrorScreen.tsx";
import { extension, wheel } from "../../core/builders.ts";
import { judge, renderScreen } from "../render.tsx";

const message = "ImportError: /lib64/libc.so.6: version `GLIBC_2.34' not found (required by /x/pkg/_x.so)";
const box = () => screen.getByRole("textbox", { name: "Error message" });

it("explains a message that is typed, and forgets it when it is cleared", async () => {
  const { user } = renderScreen(<ErrorScreen />, null);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("What does this error mean?");
  await user.type(box(), message);
  expect(await screen.findByRole("heading", { level: 3, name: "What to do" })).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("1 message recognised");
  const answer = screen.getByRole("article").textContent;
  expect(answer).toContain("GLIBC_2.34");
  expect(answer).toMatch(/Ubuntu 22\.04/);
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(screen.queryByRole("article")).toBeNull();
  expect(screen.getByRole("heading", { name: "For example" })).toBeTruthy();
});

it("says so where it knows nothing of the kind", async () => {
  const { user } = renderScreen(<ErrorScreen />, null);
  await user.type(box(), "nothing of the kind");
  expect(await screen.findByText("Nothing in this text is an error that Wheelscope knows.")).toBeTruthy();
});

it("finds the library of the open wheel that a message is about", async () => {
  const report = judge(
    wheel({
      libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } })],
    }),
  );
  const { user } = renderScreen(<ErrorScreen />, report);
  expect(screen.getByRole("link", { name: `Report of ${report.facts.fileName}` })).toBeTruthy();
  await user.click(box());
  await user.paste(message);
  expect(await screen.findByRole("heading", { level: 3, name: "In the open wheel" })).toBeTruthy();
  expect(screen.getByRole("article").textContent).toContain("pkg/_x.so");
});
