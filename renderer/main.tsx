/** The page starts here: look and language first, then the line to the engine, then the editors. */
import "./quiet-zod.ts";
import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import "./theme/fonts.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import { App } from "./App.tsx";
import { reach } from "./connect.ts";
import { Start } from "./parts/Start.tsx";
import { poppedIn } from "./popped/address.ts";
import { shareWithWindows } from "./popped/share.ts";
import { followShell } from "./shell/follow.ts";
import { frontOf } from "./store/desk.ts";
import { followOtherWindows, followSystemTheme } from "./store/preferences.ts";
import { startDesk } from "./store/start.ts";
import { DeskContext } from "./store/use-editor.ts";
import { initialTheme, showTheme } from "./theme/theme.ts";
import { takeViews } from "./views/frame/choices.ts";
import { initialLanguage, showLanguage } from "./words/language.ts";

const theme = initialTheme();
const language = initialLanguage();
showTheme(theme);
showLanguage(language);
const popped = poppedIn(location.search);
const PoppedWindow = lazy(async () => ({
  default: (await import("./popped/PoppedWindow.tsx")).PoppedWindow,
}));
const root = createRoot(document.getElementById("root") ?? document.body);

async function begin(): Promise<void> {
  root.render(<Start language={language} />);
  try {
    if (popped) takeViews(popped.views);
    const services = await reach();
    const desk = await startDesk({ services, language, theme, ...(popped ? { popped: popped.panel } : {}) });
    followSystemTheme(() => frontOf(desk));
    if (popped) followOtherWindows(() => frontOf(desk));
    shareWithWindows(desk);
    followShell(desk);
    root.render(
      <DeskContext value={desk}>
        {popped ? (
          <Suspense fallback={<Start language={language} />}>
            <PoppedWindow />
          </Suspense>
        ) : (
          <App />
        )}
      </DeskContext>,
    );
  } catch {
    root.render(<Start language={language} failed={() => void begin()} />);
  }
}

void begin();
