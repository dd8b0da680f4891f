// Questions that are asked by a form get an address without the fields that were left empty.
export function startForms(document) {
  document.addEventListener("formdata", (event) => {
    if (event.target.method !== "get") return;
    const data = event.formData;
    for (const name of new Set(data.keys())) {
      const values = data.getAll(name);
      if (!values.includes("")) continue;
      data.delete(name);
      for (const value of values) if (value !== "") data.append(name, value);
    }
  });
}
