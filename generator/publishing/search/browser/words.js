/* Cutting text into the words that are looked up: the same rules, in the same order, as
   generator/publishing/search/words.py and stemming.py. Lengths are counted in code points. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const LONGEST = 40;
  const UNSPACED =
    "\\u0e00-\\u0e4f\\u0e80-\\u0ecf\\u0edc-\\u0edf\\u1000-\\u109f\\u1780-\\u17d3" +
    "\\u3005-\\u3007\\u3040-\\u309f\\u30a0-\\u30ff\\u31f0-\\u31ff\\u1100-\\u11ff\\uac00-\\ud7a3" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const LETTER = "[\\p{L}\\p{N}\\p{M}]";
  const JOINER = "['’ʼ＇´`.,\\-‐‑]";
  const CHUNK = new RegExp(`${LETTER}+(?:${JOINER}${LETTER}+)*`, "gu");
  const NOT_SEEN = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
  const APOSTROPHES = /['’ʼ＇´`]/g;
  const HYPHEN = /[-‐‑]/;
  const NUMBER = /^[0-9]+(?:[.,'][0-9]+)+$/;
  const THOUSANDS = /[.,'](?=[0-9]{3}(?![0-9]))/g;
  const ACRONYM = /^[\p{L}\p{Nl}\p{No}](?:\.[\p{L}\p{Nl}\p{No}])+$/u;
  const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dell|nell|sull|dall|coll|quell|gl)'(?=..)/u;
  const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const ONE_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
  const FIRST_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const CYRILLIC = /[\u0400-\u052f]/;
  const MARKS = /[\u0300-\u036f]/g;
  const SEMITIC_MARKS = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const ARTICLE = /^(?:[وفبك]?ال|لل)(?=...)/;
  const DIGIT_ZEROS = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u1040\u17e0";
  const PLAIN = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h",
    ŋ: "n", ς: "σ", ё: "е", أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك",
  };
  const PLAINED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
  const DIGITS = {};
  for (const zero of DIGIT_ZEROS)
    for (let value = 0; value < 10; value++) DIGITS[String.fromCharCode(zero.charCodeAt(0) + value)] = String(value);
  const OTHER_DIGITS = new RegExp(`[${Object.keys(DIGITS).join("")}]`, "g");

  /** The text in compatibility form, without characters that nobody sees. */
  const visible = (text) => text.normalize("NFKC").replace(NOT_SEEN, "");

  /** The runs of a text that hold words, in order, as they are written. */
  const chunks = (text) => visible(text).match(CHUNK) || [];

  /** The words of one chunk, lower case, accents kept; one a position. */
  function words(chunk) {
    const lower = chunk.toLowerCase().normalize("NFKC").replace(OTHER_DIGITS, (digit) => DIGITS[digit]);
    return lower.replace(APOSTROPHES, "'").split(HYPHEN).flatMap(pieces).flatMap(runs);
  }

  /** A hyphenated chunk as one word, where people also write it so; else null. */
  function joined(chunk) {
    const segments = chunk.toLowerCase().replace(APOSTROPHES, "").split(HYPHEN);
    const whole = segments.join("");
    if (segments.length < 2 || segments.length > 3 || /^\p{Nd}+$/u.test(whole)) return null;
    if (/[.,]/.test(whole) || ONE_UNSPACED.test(whole)) return null;
    return cutOff(whole.normalize("NFKC"));
  }

  /** A lower-case word with what people leave out or write in two ways made one. */
  function fold(word) {
    if (/^[\x00-\x7f]*$/.test(word)) return word;
    const plain = CYRILLIC.test(word)
      ? word.replace(MARKS, "")
      : word.normalize("NFD").replace(MARKS, "").normalize("NFC");
    return plain.replace(SEMITIC_MARKS, "").replace(PLAINED, (letter) => PLAIN[letter]);
  }

  const isPair = (word) => FIRST_UNSPACED.test(word);

  function pieces(segment) {
    if (NUMBER.test(segment)) return [segment.replace(THOUSANDS, "").replace(/,/g, ".").replace(/'/g, "")];
    if (ACRONYM.test(segment)) return [segment.replace(/\./g, "")];
    return segment.split(/[.,]/).filter(Boolean).map(withoutApostrophe);
  }

  function withoutApostrophe(piece) {
    const whole = piece.replace(ELISION, "");
    return whole.replace(/'s$/, "").replace(/'/g, "") || whole;
  }

  function runs(piece) {
    if (!ONE_UNSPACED.test(piece)) return [cutOff(piece)];
    return piece.match(RUNS).flatMap((run) => {
      const letters = [...run];
      if (!isPair(run) || letters.length < 2) return [cutOff(run)];
      return letters.slice(1).map((letter, at) => letters[at] + letter);
    });
  }

  const cutOff = (word) => (word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join(""));

  const stemmers = Object.create(null);

  /** Called by a stemmer's script. */
  function stemmer(name, Stemmer) {
    stemmers[name] = new Stemmer();
  }

  const hasStemmer = (name) => name in stemmers;

  const KNOWN = 20000;
  const known = new Map();

  /** What a lower-case word is looked up under; the best first, none twice. */
  function terms(word, algorithms) {
    const key = `${algorithms} ${word}`;
    if (known.size > KNOWN) known.clear();
    if (!known.has(key)) known.set(key, termsOf(word, algorithms));
    return known.get(key);
  }

  function termsOf(word, algorithms) {
    const folded = fold(word);
    if (isPair(word) || /[0-9\u{10000}-\u{10ffff}]/u.test(word)) return [folded];
    const written = new Set([word, folded, folded.replace(ARTICLE, "")]);
    const found = new Set();
    for (const own of algorithms.map((name) => stemmers[name]).filter(Boolean))
      for (const form of written) found.add(fold(own.stemWord(form)) || folded);
    return found.size ? [...found] : [folded];
  }

  Object.assign(search, { CHUNK, chunks, words, joined, fold, isPair, stemmer, hasStemmer, terms });
})(window.digestSearch);
