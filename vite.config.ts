/** The page's build: `renderer/` into `dist/page`, which every host serves under a strict content security policy. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    target: "es2022",
    // The policy allows no `data:` fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    // The largest are loaded when they are asked for: the layout's worker.
    chunkSizeWarningLimit: 2000,
  },
});
