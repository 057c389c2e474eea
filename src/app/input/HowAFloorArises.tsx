/** The whole idea in one picture: a symbol asks for a version, the version for a policy, the policy for systems. */

const steps = [
  { label: "a library of the wheel", name: "_native.so", then: "asks for" },
  { label: "one symbol, one version", name: "fcntl64@GLIBC_2.28", then: "which came with" },
  { label: "a release of glibc", name: "glibc 2.28", then: "so the wheel fits" },
  { label: "the oldest honest tag", name: "manylinux_2_28", then: null },
] as const;

export function HowAFloorArises() {
  return (
    <figure className="floor" aria-labelledby="floor-caption">
      <ol className="floor-steps">
        {steps.map(({ label, name, then }) => (
          <li key={name}>
            <span className="floor-label">{label}</span>
            <code>{name}</code>
            {then !== null && <span className="floor-then">{then}</span>}
          </li>
        ))}
      </ol>
      <figcaption id="floor-caption">
        One symbol decides where a wheel runs. Wheelscope shows which.
      </figcaption>
    </figure>
  );
}
