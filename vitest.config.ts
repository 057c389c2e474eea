import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{core,data,engine,cli,app,walls}/**/*.test.{ts,tsx}"],
    environment: "node",
  },
});
