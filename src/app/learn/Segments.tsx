/** A choice of a few, side by side: radio buttons, so that the keyboard and a screen reader know what they are. */

interface SegmentsProps<Id extends string> {
  readonly legend: string;
  /** Name of the group, unlike any other on the page. */
  readonly name: string;
  readonly chosen: Id;
  readonly choices: readonly (readonly [id: Id, label: string])[];
  readonly onChoose: (id: Id) => void;
}

export function Segments<Id extends string>({ legend, name, chosen, choices, onChoose }: SegmentsProps<Id>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map(([id, label]) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
