interface ChoiceBoxesProps {
  label: string;
  choices: readonly string[];
  chosen: readonly string[];
  trouble: string | undefined;
  onChosen: (chosen: string[]) => void;
}

/** Several of a few fixed names, as check boxes; they keep the order in which they are offered. */
export function ChoiceBoxes({ label, choices, chosen, trouble, onChosen }: ChoiceBoxesProps) {
  return (
    <div class="builder-boxes" role="group" aria-label={label} aria-describedby={trouble} lang="en">
      {choices.map((choice) => (
        <label key={choice} class="builder-box">
          <input
            type="checkbox"
            checked={chosen.includes(choice)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onChosen(choices.filter((each) => (each === choice ? checked : chosen.includes(each))));
            }}
          />
          {choice}
        </label>
      ))}
    </div>
  );
}
