/** Entry point of sites in several languages: a filter or an answer goes along to the other one. */

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("[data-rc-language]");
const addresses = [...links].map((link) => link.href);

function follow() {
  links.forEach((link, place) => {
    link.href = addresses[place] + location.search + location.hash;
  });
}

for (const link of links) {
  for (const event of ["pointerdown", "focus"]) link.addEventListener(event, follow);
}
