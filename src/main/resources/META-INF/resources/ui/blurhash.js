// Decodes a BlurHash (https://github.com/woltapp/blurhash, Algorithm.md) into a small canvas.
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

const read = (text) => [...text].reduce((sum, c) => sum * 83 + DIGITS.indexOf(c), 0);
const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const gamma = (v) => {
  const x = Math.max(0, Math.min(1, v));
  return Math.round(255 * (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055));
};
const signedSquare = (v) => Math.sign(v) * v * v;

function coefficients(hash) {
  const sizes = read(hash[0]);
  const nx = (sizes % 9) + 1;
  const ny = Math.floor(sizes / 9) + 1;
  if (hash.length !== 4 + 2 * nx * ny) return null;
  const most = (read(hash[1]) + 1) / 166;
  const dc = read(hash.slice(2, 6));
  const colors = [[linear(dc >> 16), linear((dc >> 8) & 255), linear(dc & 255)]];
  for (let i = 1; i < nx * ny; i++) {
    const ac = read(hash.slice(4 + i * 2, 6 + i * 2));
    colors.push([Math.floor(ac / 361), Math.floor(ac / 19) % 19, ac % 19].map((q) => signedSquare((q - 9) / 9) * most));
  }
  return { nx, ny, colors };
}

/** Paints it; false when it is no BlurHash. */
export function paintBlurHash(canvas, hash) {
  const found = hash.length >= 6 ? coefficients(hash) : null;
  if (!found) return false;
  const { width, height } = canvas;
  const pixels = new ImageData(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (let j = 0; j < found.ny; j++) {
        for (let i = 0; i < found.nx; i++) {
          const basis = Math.cos((Math.PI * x * i) / width) * Math.cos((Math.PI * y * j) / height);
          found.colors[j * found.nx + i].forEach((c, k) => (sum[k] += c * basis));
        }
      }
      pixels.data.set([...sum.map(gamma), 255], (y * width + x) * 4);
    }
  }
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return true;
}
