/** What the shell uses of Electron: handed in by the entry file, so that tests can hand in another. */
import type * as Electron from "electron";

export type ElectronApi = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "clipboard"
  | "crashReporter"
  | "dialog"
  | "ipcMain"
  | "Menu"
  | "MessageChannelMain"
  | "nativeTheme"
  | "protocol"
  | "screen"
  | "session"
  | "shell"
>;

export type ShellWindow = Electron.BrowserWindow;
export type MenuItems = Electron.MenuItemConstructorOptions[];
