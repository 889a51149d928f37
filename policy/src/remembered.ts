/** A function that is asked once for each object. What it has answered belongs to that object and is forgotten with it. */
export function remembered<K extends object, V>(answer: (of: K) => V): (of: K) => V {
    const answers = new WeakMap<K, { readonly value: V }>();
    return (of) => {
        const known = answers.get(of) ?? { value: answer(of) };
        answers.set(of, known);
        return known.value;
    };
}
