/** Shape of the word catalogues: one entry a diagnostic code, in both languages, ICU MessageFormat. */

export type Language = "en" | "zh";

/** What happened and where; then what to do. */
export type Wording = { readonly what: string; readonly hint: string };

export type Catalogue = Readonly<Record<string, Readonly<Record<Language, Wording>>>>;
