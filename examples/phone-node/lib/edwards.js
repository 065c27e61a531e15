// What a verifier of suite 1 refuses in a public key (spec/protocol.md 2.2): another encoding of a point than its one,
// and points outside the group of prime order. OpenSSL, and so Node, checks neither. Public values alone go through here,
// so that time does not matter; the phone comes here once for each key of a statement, not for each tap.

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = x => ((x % P) + P) % P;

const power = (base, exponent) => {
  let result = 1n;
  for (let x = mod(base), e = exponent; e > 0n; e >>= 1n, x = mod(x * x)) if (e & 1n) result = mod(result * x);
  return result;
};

const D = mod(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_1 = power(2n, (P - 1n) / 4n);
const IDENTITY = [0n, 1n, 1n, 0n];

/** Sum of two points in extended coordinates, X Y Z T; complete, so that it also doubles (RFC 8032 section 5.1.4). */
const add = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * D * t1 * t2);
  const d = mod(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
};

const multiply = (scalar, point) => {
  let sum = IDENTITY;
  for (let p = point, s = scalar; s > 0n; s >>= 1n, p = add(p, p)) if (s & 1n) sum = add(sum, p);
  return sum;
};

/** The point of 32 octets, or nothing if they are not the one encoding of a point (RFC 8032 section 5.1.3). */
const decode = octets => {
  const number = BigInt(`0x${Buffer.from(octets).reverse().toString('hex')}`);
  const sign = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= P) return null;
  const u = mod(y * y - 1n);
  const v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * ROOT_OF_MINUS_1);
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
};

/** Whether these octets are a key that a verifier takes. */
export const isSigningKey = octets => {
  const point = decode(octets);
  if (point === null) return false;
  const [x, y, z] = multiply(ORDER, point);
  return x === 0n && y === z && !(point[0] === 0n && point[1] === 1n);
};
