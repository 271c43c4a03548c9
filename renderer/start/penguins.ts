/** Eighty-four rows of `examples/data/penguins.csv` for the picture on its card: flipper and bill length in millimetres. */
const pairs = (text: string): [number, number][] =>
  text.split(" ").map((pair) => {
    const [flipper, bill] = pair.split(",").map(Number);
    return [flipper, bill];
  });

/** By species. */
export const penguins = {
  adelie: pairs(
    "176,40 188,41 195,36 195,39 199,38 187,36 192,43 189,41 193,34 184,41 187,37 189,36 185,37 198,42 186,40 194,46 190,34 193,40 192,37 191,37 187,34 197,43 200,40 190,39 184,36 182,41 196,39 180,38 201,42 195,41 185,38",
  ),
  chinstrap: pairs(
    "205,53 197,53 199,48 190,50 193,51 195,48 195,46 197,51 203,51 201,51 191,46 187,41 191,48 195,49 197,52 188,45 190,46 181,58 189,47 210,49",
  ),
  gentoo: pairs(
    "208,44 228,52 230,52 212,46 210,45 217,44 213,45 218,50 225,50 229,50 220,48 209,48 213,43 215,47 221,48 219,46 208,43 210,46 210,48 213,50 220,46 215,45 210,42 226,51 216,49 215,46 224,50 221,46",
  ),
};
