/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder's reduction to a tridiagonal matrix, then the QL
 * algorithm with implicit shifts (Martin, Reinsch & Wilkinson 1968; Bowdler, Martin, Reinsch & Wilkinson 1968; EISPACK's
 * `tred2` and `tql2`). Time grows with d³, so a caller lets it breathe.
 */

/** `values` ascending; `vectors` row-major `[d, d]`, row i belonging to `values[i]`, of length 1. */
export type Eigen = { values: Float64Array; vectors: Float64Array };

/** Of a symmetric `matrix`, `[size, size]` row-major, which is not kept. */
export function symmetricEigen(matrix: Float64Array, size: number, breathe: () => void): Eigen {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  // Rows instead of columns hold the vectors, so that the inner loops run along memory.
  const vectors = Float64Array.from(matrix);
  tridiagonal(vectors, diagonal, beside, size, breathe);
  iterate(vectors, diagonal, beside, size, breathe);
  return ascending(vectors, diagonal, size);
}

function tridiagonal(
  v: Float64Array,
  d: Float64Array,
  e: Float64Array,
  n: number,
  breathe: () => void,
): void {
  const at = (row: number, column: number): number => column * n + row;
  for (let j = 0; j < n; j++) d[j] = v[at(n - 1, j)];
  for (let i = n - 1; i > 0; i--) {
    breathe();
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]);
    if (scale === 0) {
      e[i] = d[i - 1];
      for (let j = 0; j < i; j++) {
        d[j] = v[at(i - 1, j)];
        v[at(i, j)] = 0;
        v[at(j, i)] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k] /= scale;
        h += d[k] * d[k];
      }
      const f = d[i - 1];
      const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      for (let j = 0; j < i; j++) e[j] = 0;
      for (let j = 0; j < i; j++) {
        const dj = d[j];
        v[at(j, i)] = dj;
        let sum = e[j] + v[at(j, j)] * dj;
        for (let k = j + 1; k <= i - 1; k++) {
          sum += v[at(k, j)] * d[k];
          e[k] += v[at(k, j)] * dj;
        }
        e[j] = sum;
      }
      let dot = 0;
      for (let j = 0; j < i; j++) {
        e[j] /= h;
        dot += e[j] * d[j];
      }
      const half = dot / (h + h);
      for (let j = 0; j < i; j++) e[j] -= half * d[j];
      for (let j = 0; j < i; j++) {
        const dj = d[j];
        const ej = e[j];
        for (let k = j; k <= i - 1; k++) v[at(k, j)] -= dj * e[k] + ej * d[k];
        d[j] = v[at(i - 1, j)];
        v[at(i, j)] = 0;
      }
    }
    d[i] = h;
  }
  accumulate(v, d, n, breathe);
  for (let j = 0; j < n; j++) {
    d[j] = v[at(n - 1, j)];
    v[at(n - 1, j)] = 0;
  }
  v[at(n - 1, n - 1)] = 1;
  e[0] = 0;
}

/** The product of the reflections. */
function accumulate(v: Float64Array, d: Float64Array, n: number, breathe: () => void): void {
  const at = (row: number, column: number): number => column * n + row;
  for (let i = 0; i < n - 1; i++) {
    breathe();
    v[at(n - 1, i)] = v[at(i, i)];
    v[at(i, i)] = 1;
    const h = d[i + 1];
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[at(k, i + 1)] / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[at(k, i + 1)] * v[at(k, j)];
        for (let k = 0; k <= i; k++) v[at(k, j)] -= g * d[k];
      }
    }
    for (let k = 0; k <= i; k++) v[at(k, i + 1)] = 0;
  }
}

function iterate(v: Float64Array, d: Float64Array, e: Float64Array, n: number, breathe: () => void): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i];
  e[n - 1] = 0;
  let shift = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    breathe();
    largest = Math.max(largest, Math.abs(d[l]) + Math.abs(e[l]));
    let m = l;
    while (m < n - 1 && Math.abs(e[m]) > Number.EPSILON * largest) m++;
    if (m > l) {
      do {
        let g = d[l];
        let p = (d[l + 1] - g) / (2 * e[l]);
        let r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1);
        d[l] = e[l] / (p + r);
        d[l + 1] = e[l] * (p + r);
        const next = d[l + 1];
        const moved = g - d[l];
        for (let i = l + 2; i < n; i++) d[i] -= moved;
        shift += moved;
        p = d[m];
        let c = 1;
        let c2 = 1;
        let c3 = 1;
        const beside = e[l + 1];
        let s = 0;
        let s2 = 0;
        for (let i = m - 1; i >= l; i--) {
          c3 = c2;
          c2 = c;
          s2 = s;
          g = c * e[i];
          const h = c * p;
          r = Math.hypot(p, e[i]);
          e[i + 1] = s * r;
          s = e[i] / r;
          c = p / r;
          p = c * d[i] - s * g;
          d[i + 1] = h + s * (c * g + s * d[i]);
          rotate(v, i * n, n, c, s);
        }
        p = (-s * s2 * c3 * beside * e[l]) / next;
        e[l] = s * p;
        d[l] = c * p;
      } while (Math.abs(e[l]) > Number.EPSILON * largest);
    }
    d[l] += shift;
    e[l] = 0;
  }
}

/** Turns the vector at `start` and the one behind it by the angle of (c, s). */
function rotate(v: Float64Array, start: number, n: number, c: number, s: number): void {
  for (let k = start; k < start + n; k++) {
    const h = v[k + n];
    v[k + n] = s * v[k] + c * h;
    v[k] = c * v[k] - s * h;
  }
}

function ascending(v: Float64Array, d: Float64Array, n: number): Eigen {
  const order = Array.from(d, (_, i) => i).sort((a, b) => d[a] - d[b]);
  const vectors = new Float64Array(n * n);
  for (let to = 0; to < n; to++) vectors.set(v.subarray(order[to] * n, (order[to] + 1) * n), to * n);
  return { values: Float64Array.from(order, (i) => d[i]), vectors };
}
