/** The page starts here: look and language first, then the line to the engine, then the editors. */
import "./quiet-zod.ts";
import { createRoot } from "react-dom/client";
import "./theme/fonts.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import { App } from "./App.tsx";
import { reach } from "./connect.ts";
import { Start } from "./parts/Start.tsx";
import { followShell } from "./shell/follow.ts";
import { frontOf } from "./store/desk.ts";
import { followSystemTheme } from "./store/preferences.ts";
import { startDesk } from "./store/start.ts";
import { DeskContext } from "./store/use-editor.ts";
import { initialTheme, showTheme } from "./theme/theme.ts";
import { initialLanguage, showLanguage } from "./words/language.ts";

const theme = initialTheme();
const language = initialLanguage();
showTheme(theme);
showLanguage(language);
const root = createRoot(document.getElementById("root") ?? document.body);

async function begin(): Promise<void> {
  root.render(<Start language={language} />);
  try {
    const desk = await startDesk({ services: await reach(), language, theme });
    followSystemTheme(() => frontOf(desk));
    followShell(desk);
    root.render(
      <DeskContext value={desk}>
        <App />
      </DeskContext>,
    );
  } catch {
    root.render(<Start language={language} failed={() => void begin()} />);
  }
}

void begin();
