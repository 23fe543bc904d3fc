/**
 * Logarithm and power made of `+ - * /` alone. `Math.log`, `Math.exp` and `Math.pow` differ in their
 * last digits between browsers; these agree everywhere, to about 12 digits.
 */

const LN2 = Math.LN2;

/** The natural logarithm of a positive number. */
export function naturalLog(x: number): number {
  let mantissa = x;
  let powers = 0;
  while (mantissa > 1.5) {
    mantissa /= 2;
    powers++;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    powers--;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let term = z;
  let sum = 0;
  for (let n = 1; n < 30; n += 2) {
    sum += term / n;
    term *= square;
  }
  return 2 * sum + powers * LN2;
}

/** e to the power of x. */
export function exponentialOf(x: number): number {
  const halvings = Math.max(0, Math.ceil(x < 0 ? -x : x));
  const small = x / (halvings + 1);
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 20; n++) {
    term *= small / n;
    sum += term;
  }
  let result = 1;
  for (let i = 0; i <= halvings; i++) result *= sum;
  return result;
}

/** A positive base to any power. */
export function power(base: number, exponent: number): number {
  return exponentialOf(naturalLog(base) * exponent);
}
