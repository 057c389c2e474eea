/**
 * Reads a mangled name from left to right (Itanium C++ ABI, 5.1) and notes a piece for every step. Expressions, decltype and the like
 * are left unread; names of libraries hardly have them. Every step consumes letters and nesting is bounded, so that it ends.
 */
import { lastName, MangledScanner, shorten, Unreadable } from "./mangled-scanner.ts";
import { BUILTIN, BUILTIN_D, OPERATORS, sourceName, SPECIAL, STRUCTORS } from "./mangled-words.ts";

/** What a name turned out to be. */
interface Named {
  readonly words: string;
  /** Ends with template arguments: then the result's type is in the name too (5.1.5.3). */
  readonly isTemplate: boolean;
}

export class NameReader extends MangledScanner {
  read(): void {
    this.take(/_Z/y, "a C++ name");
    this.encoding();
    if (this.at < this.text.length)
      this.take(/[.@].*/y, "added by the compiler or linker, not part of the name");
  }

  private encoding(): void {
    const special = this.match(/T[VIST]/y);
    if (special !== null) {
      this.emit(special, SPECIAL[special] ?? "", "plain");
      this.type();
      return;
    }
    if (this.skip(/GV/y, "guard that lets this be made only once:")) {
      this.name();
      return;
    }
    if (this.skip(/GTt/y, "for use in transactions:")) {
      this.encoding();
      return;
    }
    if (this.skip(/T(?:hn?\d+_|vn?\d+_n?\d+_)/y, "a call that first corrects the object’s address")) {
      this.encoding();
      return;
    }
    const { isTemplate } = this.name();
    if (this.isAtEnd()) return;
    if (isTemplate) {
      this.lead = "result";
      this.type();
    }
    if (this.peek() === "v") {
      this.take(/v/y, "no parameters");
      return;
    }
    for (let index = 1; !this.isAtEnd(); index += 1) {
      this.lead = `parameter ${String(index)}`;
      this.type();
    }
  }

  private name(): Named {
    switch (this.peek()) {
      case "N":
        return this.nested(false);
      case "Z":
        return this.local();
      case "S":
        if (!this.starts("St")) {
          const words = this.substitution();
          return { words: words + this.templateArguments(), isTemplate: true };
        }
    }
    const scope = this.skip(/St/y, "namespace std") ? "std" : "";
    const words = this.unqualified(scope);
    if (this.peek() !== "I") return { words, isTemplate: false };
    this.remember(words);
    return { words: words + this.templateArguments(), isTemplate: true };
  }

  /** `N … E`: each part up to one is remembered when another follows; the whole only where it is a type. */
  private nested(isType: boolean): Named {
    this.take(/N/y, "a name of several parts, up to its E");
    return this.inside(() => {
      this.skip(/[rVK]+/y, "a member function that does not change its object");
      this.skip(/[RO]/y, "a member function for one kind of reference to its object");
      let words = "";
      let last = "";
      let isTemplate = false;
      let pending = false;
      while (this.peek() !== "E") {
        if (pending) this.remember(words);
        pending = true;
        const structor = this.match(/[CD][0-5](?=\D|$)/y);
        if (structor !== null) {
          this.emit(structor, STRUCTORS[structor] ?? "", "plain");
          words = `${words}::${structor.startsWith("D") ? "~" : ""}${last}`;
          this.tags();
          // The result of a constructor is never in its name.
          isTemplate = false;
        } else if (this.peek() === "I") {
          words += this.templateArguments();
          isTemplate = true;
        } else if (words === "" && this.skip(/St/y, "namespace std")) {
          words = "std";
          pending = false;
        } else if (words === "" && this.peek() === "S") {
          words = this.substitution();
          last = lastName(words);
          pending = false;
        } else if (words === "" && this.peek() === "T") {
          words = this.templateParameter();
        } else {
          words = this.unqualified(words);
          last = lastName(words);
          isTemplate = false;
        }
      }
      if (isType && pending) this.remember(words);
      this.take(/E/y, "end of the name", -1);
      return { words, isTemplate };
    });
  }

  private local(): Named {
    this.take(/Z/y, "something inside of the function that follows, up to its E");
    this.inside(() => {
      this.encoding();
      this.take(/E/y, "end of the function", -1);
    });
    const named = this.skip(/s/y, "a text in it") ? { words: "…", isTemplate: false } : this.name();
    this.skip(/__\d+_|_\d/y, "which of several by this name");
    return named;
  }

  /** One name without its scope; `scope` is what stands before it, as C++ writes it. */
  private unqualified(scope: string): string {
    this.skip(/L(?=\d)/y, "seen in its own file only");
    const digits = this.match(/[1-9]\d{0,3}/y, false);
    let own: string;
    if (digits !== null) {
      const start = this.at + digits.length;
      own = this.text.slice(start, start + Number(digits));
      if (own.length < Number(digits)) throw new Unreadable();
      this.at = start + own.length;
      const [meaning, tone] = sourceName(own, scope, this.starts("B5cxx11"));
      this.emit(digits + own, meaning, tone);
    } else {
      own = this.otherName();
    }
    this.tags();
    return shorten(scope === "" ? own : `${scope}::${own}`);
  }

  private otherName(): string {
    if (this.skip(/Ut\d*_/y, "a type without a name")) return "{unnamed}";
    if (this.skip(/Ul/y, "a lambda with these parameters, up to E")) {
      this.inside(() => {
        while (this.peek() !== "E") this.type();
        this.take(/E\d*_/y, "end of the lambda", -1);
      });
      return "{lambda}";
    }
    if (this.skip(/cv/y, "conversion to")) return `operator ${this.type()}`;
    const operator = this.match(/[a-z][a-zA-Z]/y, false);
    const sign = operator === null || !Object.hasOwn(OPERATORS, operator) ? undefined : OPERATORS[operator];
    if (operator === null || sign === undefined) throw new Unreadable();
    this.take(/../y, `operator ${sign}`);
    return `operator${sign.replace(/ .*/, "")}`;
  }

  private type(): string {
    return this.bounded(() => this.typeHere());
  }

  private typeHere(): string {
    const next = this.peek();
    if (Object.hasOwn(BUILTIN, next)) {
      const words = BUILTIN[next] ?? "";
      this.take(/./y, words);
      return words;
    }
    switch (next) {
      case "r":
      case "V":
      case "K": {
        const letters = this.take(/[rVK]+/y, "const");
        return this.remember(`${this.type()} ${letters === "K" ? "const" : "qualified"}`);
      }
      case "P": {
        this.take(/P/y, "pointer to");
        const isFunction = this.peek() === "F";
        const target = this.type();
        return this.remember(isFunction ? target.replace(" (", " (*)(") : `${target}*`);
      }
      case "R":
        this.take(/R/y, "reference to");
        return this.remember(`${this.type()}&`);
      case "O":
        this.take(/O/y, "reference to something that may be used up, to");
        return this.remember(`${this.type()}&&`);
      case "D":
        return this.typeOfD();
      case "F":
        return this.functionType();
      case "A":
        this.take(/A\d*_/y, "array of");
        return this.remember(`${this.type()}[]`);
      case "M": {
        this.take(/M/y, "pointer to a member of");
        const owner = this.type();
        return this.remember(`${this.type()} ${owner}::*`);
      }
      case "T": {
        const words = this.remember(this.templateParameter());
        return this.peek() === "I" ? this.remember(words + this.templateArguments()) : words;
      }
      case "N":
        return this.nested(true).words;
      case "Z":
        return this.remember(this.local().words);
      case "S":
        if (!this.starts("St")) {
          const words = this.substitution();
          return this.peek() === "I" ? this.remember(words + this.templateArguments()) : words;
        }
    }
    const scope = this.skip(/St/y, "namespace std") ? "std" : "";
    const words = this.remember(this.unqualified(scope));
    return this.peek() === "I" ? this.remember(words + this.templateArguments()) : words;
  }

  private typeOfD(): string {
    const letters = this.text.slice(this.at, this.at + 2);
    if (Object.hasOwn(BUILTIN_D, letters)) {
      const words = BUILTIN_D[letters] ?? "";
      this.take(/../y, words);
      return words;
    }
    if (this.skip(/Dp/y, "each of a list:")) return this.remember(`${this.type()}...`);
    if (this.skip(/Do/y, "noexcept")) return this.functionType();
    throw new Unreadable();
  }

  private functionType(): string {
    this.take(/FY?/y, "function: its result, then its parameters, up to E");
    const types: string[] = [];
    while (!/[ERO]/.test(this.peek()) || !/^[RO]?E/.test(this.text.slice(this.at, this.at + 2)))
      types.push(this.type());
    this.take(/[RO]?E/y, "end of the function", -1);
    return this.remember(
      `${types[0] ?? ""} (${types
        .slice(1)
        .join(", ")
        .replace(/^void$/, "")})`,
    );
  }

  private templateArguments(): string {
    this.take(/I/y, "template arguments, up to their E");
    const words: string[] = [];
    this.inside(() => {
      while (this.peek() !== "E") words.push(this.templateArgument());
      this.take(/E/y, "end of the template arguments", -1);
    });
    return shorten(`<${words.join(", ")}>`);
  }

  private templateArgument(): string {
    if (this.peek() === "L") return this.literal();
    if (!this.skip(/J/y, "a list, up to its E")) return this.type();
    const words: string[] = [];
    this.inside(() => {
      while (this.peek() !== "E") words.push(this.templateArgument());
      this.take(/E/y, "end of the list", -1);
    });
    return words.join(", ");
  }

  private literal(): string {
    this.take(/L/y, "a value, up to its E");
    return this.inside(() => {
      if (this.skip(/_Z/y, "the address of")) this.encoding();
      else this.type();
      const value = this.match(/n?[0-9a-f]+/y, false);
      if (value !== null) this.take(/n?[0-9a-f]+/y, value.replace("n", "-"));
      this.take(/E/y, "end of the value", -1);
      return value ?? "…";
    });
  }
}
