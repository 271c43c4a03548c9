/** The fonts, bundled: nothing is fetched from elsewhere. Chinese glyphs come in slices, each loaded when first needed. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@fontsource-variable/noto-sans-sc/wght.css";
