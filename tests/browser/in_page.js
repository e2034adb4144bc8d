// Runs in the page of a browser that Playwright does not drive: finds elements as Playwright's locators do, and
// says what is true of them. Each function stands alone, because its text is sent to the browser.

/** The elements that `steps` lead to, one step after another. */
export function find(steps) {
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();
  const fits = (text, wanted, exact) => {
    if (wanted === undefined) return true;
    if (typeof wanted === 'object') return new RegExp(wanted.source, wanted.flags).test(tidy(text));
    return exact ? tidy(text) === tidy(wanted) : tidy(text).toLowerCase().includes(tidy(wanted).toLowerCase());
  };
  const named = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const label = (element) => {
    if (element.hasAttribute('aria-labelledby')) return named(element.getAttribute('aria-labelledby'));
    if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
    return [...element.labels ?? []].map((label) => label.textContent).join(' ');
  };
  const isShown = (element) => element.checkVisibility() && getComputedStyle(element).visibility === 'visible';
  const ROLES = {
    alert: '[role=alert]',
    button: 'button, [role=button], input[type=submit]',
    checkbox: 'input[type=checkbox]',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a[href]:not([role])',
    listitem: 'li',
    main: 'main',
    radio: 'input[type=radio]',
    status: '[role=status], output',
    textbox: 'input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=search], textarea',
  };
  const within = (roots, css) => [...new Set(roots.flatMap((root) => [...root.querySelectorAll(css)]))];
  let found = [document];
  for (const step of steps) {
    if (step.kind === 'css') found = within(found, step.css);
    if (step.kind === 'role') {
      found = within(found, ROLES[step.role]).filter((element) => isShown(element)
        && fits(label(element) || element.textContent, step.name, step.exact)
        && (step.level === undefined || element.tagName === `H${step.level}`));
    }
    if (step.kind === 'label') {
      found = within(found, 'input, textarea, select, button, [aria-label], [aria-labelledby]')
        .filter((element) => label(element) !== '' && fits(label(element), step.text, step.exact));
    }
    if (step.kind === 'text') {
      // The smallest elements that hold the text.
      const holding = [...found.filter((root) => root !== document), ...within(found, 'body *')].filter((element) => !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)
        && fits(element.textContent, step.text, step.exact));
      found = holding.filter((element) => !holding.some((other) => other !== element && element.contains(other)));
    }
    if (step.kind === 'filter') found = found.filter((element) => fits(element.textContent, step.hasText, false));
    if (step.kind === 'nth') found = found.slice(step.nth, step.nth === -1 ? undefined : step.nth + 1);
  }
  return found;
}

/** What is true of `element`, for the tests' expectations. */
export function tell(element) {
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();
  return {
    isVisible: element.checkVisibility() && getComputedStyle(element).visibility === 'visible'
      && element.getBoundingClientRect().width > 0,
    isFocused: element === document.activeElement,
    isChecked: element.checked === true,
    isEnabled: !element.disabled,
    text: tidy(element.textContent),
    value: element.value,
  };
}
