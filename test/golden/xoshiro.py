"""First numbers of the reference xoshiro128** 1.1 (Blackman & Vigna, https://prng.di.unimi.it, public domain),
compiled from C with gcc.

    python test/golden/xoshiro.py
"""
import subprocess
import tempfile
from pathlib import Path

from common import write

SOURCE = r"""
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
static inline uint32_t rotl(const uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }
static uint32_t s[4];
uint32_t next(void) {
    const uint32_t result = rotl(s[1] * 5, 7) * 9;
    const uint32_t t = s[1] << 9;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 11);
    return result;
}
int main(int argc, char **argv) {
    for (int i = 0; i < 4; i++) s[i] = strtoul(argv[1 + i], 0, 10);
    for (int i = 0; i < 1000; i++) { uint32_t x = next(); if (i < 16 || i == 999) printf("%u\n", x); }
}
"""
STATES = [[1, 2, 3, 4], [0, 0, 0, 1], [4294967295, 123456789, 2147483648, 987654321]]

with tempfile.TemporaryDirectory() as folder:
    source, program = Path(folder) / "x.c", Path(folder) / "x"
    source.write_text(SOURCE)
    subprocess.run(["gcc", "-O2", "-o", program, source], check=True)
    outputs = [subprocess.run([program, *map(str, state)], capture_output=True, text=True, check=True).stdout for state in STATES]
cases = [{"state": state, "first": [int(x) for x in out.split()[:16]], "thousandth": int(out.split()[16])} for state, out in zip(STATES, outputs)]
write("xoshiro.json", {"cases": cases})
