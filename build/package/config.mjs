/** electron-builder's configuration. Signing is left to whoever has keys: see electron-builder's environment variables. */
import { join } from "node:path";

/** What no start of the packed program can switch on: Node in Electron's place, its options, its debugger, code from outside. */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  enableCookieEncryption: true,
};

/** The configuration. `laid` is the folder of what goes in, `electron` the runtime's version and, where it is here, its folder. */
export function configuration({ laid, output, icons, electron }) {
  const association = { ext: "espalier", name: "Espalier experiment", role: "Editor" };
  return {
    appId: "app.espalier.editor",
    productName: "Espalier",
    executableName: "espalier",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: "espalier-${version}-${os}-${arch}.${ext}",
    directories: { app: join(laid, "app"), output, buildResources: icons },
    electronVersion: electron.version,
    ...(electron.folder === undefined ? {} : { electronDist: electron.folder }),
    electronLanguages: ["en-US", "zh-CN"],
    electronFuses: fuses,
    asar: true,
    // The shell is one file, and the engine brings its own packages: none belong into the archive.
    beforeBuild: () => Promise.resolve(false),
    files: ["**/*"],
    extraResources: [{ from: join(laid, "resources"), to: "." }],
    fileAssociations: [{ ...association, mimeType: "application/x-espalier", icon: join(icons, "icon") }],
    publish: null,
    linux: {
      target: ["AppImage", "deb"],
      category: "Science",
      icon: icons,
      synopsis: "Machine-learning experiments as graphs",
    },
    deb: {
      depends: ["libgtk-3-0", "libnss3", "libxss1", "libxtst6", "libnotify4", "libsecret-1-0", "libgbm1"],
    },
    win: { target: ["nsis"], icon: join(icons, "icon.ico") },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: {
      target: ["dmg", "zip"],
      icon: join(icons, "icon.icns"),
      category: "public.app-category.developer-tools",
      hardenedRuntime: true,
    },
  };
}
