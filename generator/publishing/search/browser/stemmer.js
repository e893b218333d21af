/* What Snowball's stemmers stand on: the library's Python basestemmer, in JavaScript.
   Snowball, https://snowballstem.org, BSD 3-clause licence: search/<folder>/snowball-LICENSE.txt. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  search.Stemmer = class {
    stemWord(word) {
      this.current = word;
      this.cursor = this.limit_backward = this.bra = 0;
      this.limit = this.ket = word.length;
      this._stem();
      return this.current;
    }

    in_grouping(letters) {
      if (this.cursor >= this.limit || !letters.has(this.current[this.cursor])) return false;
      this.cursor++;
      return true;
    }

    in_grouping_b(letters) {
      if (this.cursor <= this.limit_backward || !letters.has(this.current[this.cursor - 1])) return false;
      this.cursor--;
      return true;
    }

    out_grouping(letters) {
      if (this.cursor >= this.limit || letters.has(this.current[this.cursor])) return false;
      this.cursor++;
      return true;
    }

    out_grouping_b(letters) {
      if (this.cursor <= this.limit_backward || letters.has(this.current[this.cursor - 1])) return false;
      this.cursor--;
      return true;
    }

    go_in_grouping(letters) {
      for (; this.cursor < this.limit; this.cursor++) if (!letters.has(this.current[this.cursor])) return true;
      return false;
    }

    go_in_grouping_b(letters) {
      for (; this.cursor > this.limit_backward; this.cursor--)
        if (!letters.has(this.current[this.cursor - 1])) return true;
      return false;
    }

    go_out_grouping(letters) {
      for (; this.cursor < this.limit; this.cursor++) if (letters.has(this.current[this.cursor])) return true;
      return false;
    }

    go_out_grouping_b(letters) {
      for (; this.cursor > this.limit_backward; this.cursor--)
        if (letters.has(this.current[this.cursor - 1])) return true;
      return false;
    }

    eq_s(text) {
      if (this.cursor + text.length > this.limit || !this.current.startsWith(text, this.cursor)) return false;
      this.cursor += text.length;
      return true;
    }

    eq_s_b(text) {
      const from = this.cursor - text.length;
      if (from < this.limit_backward || !this.current.startsWith(text, from)) return false;
      this.cursor = from;
      return true;
    }

    find_among(table) {
      const start = this.cursor;
      const compare = (text, common) => {
        for (let at = common; at < text.length; at++) {
          if (start + at === this.limit) return [-1, at];
          const difference = this.current.charCodeAt(start + at) - text.charCodeAt(at);
          if (difference) return [difference, at];
        }
        return [0, Math.max(common, text.length)];
      };
      return this.among(table, compare, (text) => start + text.length);
    }

    find_among_b(table) {
      const start = this.cursor;
      const compare = (text, common) => {
        for (let at = common; at < text.length; at++) {
          if (start - at === this.limit_backward) return [-1, at];
          const difference = this.current.charCodeAt(start - 1 - at) - text.charCodeAt(text.length - 1 - at);
          if (difference) return [difference, at];
        }
        return [0, Math.max(common, text.length)];
      };
      return this.among(table, compare, (text) => start - text.length);
    }

    /** The result of the longest text of the table that stands at the cursor; 0 if none does. */
    among(table, compare, cursorAfter) {
      let low = 0;
      let high = table.length;
      let commonLow = 0;
      let commonHigh = 0;
      for (let again = true; ; ) {
        const middle = low + ((high - low) >> 1);
        const [difference, common] = compare(table[middle][0], Math.min(commonLow, commonHigh));
        if (difference < 0) {
          high = middle;
          commonHigh = common;
        } else {
          low = middle;
          commonLow = common;
        }
        if (high - low > 1) continue;
        if (low > 0 || high === low || !again) break;
        again = false;
      }
      for (let at = low; at >= 0; ) {
        const [text, shorter, result, condition] = table[at];
        if (commonLow >= text.length) {
          this.cursor = cursorAfter(text);
          if (!condition) return result;
          if (this[condition]()) {
            this.cursor = cursorAfter(text);
            return result;
          }
        }
        at = shorter;
      }
      return 0;
    }

    replace_s(from, to, text) {
      const growth = text.length - (to - from);
      this.current = this.current.slice(0, from) + text + this.current.slice(to);
      this.limit += growth;
      if (this.cursor >= to) this.cursor += growth;
      else if (this.cursor > from) this.cursor = from;
      return growth;
    }

    slice_from(text) {
      this.replace_s(this.bra, this.ket, text);
      this.ket = this.bra + text.length;
    }

    slice_del() {
      this.slice_from("");
    }

    insert(from, to, text) {
      const growth = this.replace_s(from, to, text);
      if (from <= this.bra) this.bra += growth;
      if (from <= this.ket) this.ket += growth;
    }

    slice_to() {
      return this.current.slice(this.bra, this.ket);
    }

    assign_to() {
      return this.current.slice(0, this.limit);
    }
  };
})(window.digestSearch);
