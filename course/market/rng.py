"""One random stream per purpose, so that changing one thing never reshuffles another."""

import zlib

import numpy as np


def stream(seed, *purpose):
    """A numpy Generator for `seed` (int or str) and the purpose's names (str or int).

    The same arguments give the same stream on every platform: names are hashed
    with CRC-32 into NumPy's SeedSequence, whose output is specified.
    """
    keys = [zlib.crc32(str(part).encode()) for part in purpose]
    root = seed if isinstance(seed, int) else int.from_bytes(str(seed).encode(), "big")
    return np.random.default_rng(np.random.SeedSequence([root, *keys]))
