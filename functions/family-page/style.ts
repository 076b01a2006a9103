/** The whole look of the page: large, calm, in the colours that the phone asks for. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#14213d;--paper:#fff;--soft:#f3f5f9;--line:#6b7280;--act:#0b5cad;--on-act:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#edf1f7;--paper:#10151f;--soft:#1b2331;--line:#8d99ad;--act:#8cc4ff;--on-act:#10151f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.25rem 1rem 3rem}
.school{margin:0;color:var(--ink);font-weight:600}
h1{font-size:1.75rem;line-height:1.2;margin:.25rem 0 1rem}
h2{font-size:1.375rem;margin:2rem 0 .5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
h3{font-size:1.125rem;margin:1.5rem 0 .25rem}
.figure{font-size:1.25rem;font-weight:600;margin:.25rem 0}
.note,.day{background:var(--soft);border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
ul{list-style:none;margin:0;padding:0}
.day b,.day span{display:block}
summary{cursor:pointer;color:var(--act);font-weight:600;padding:.75rem 0;text-decoration:underline}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
textarea,select{width:100%;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--line);border-radius:.375rem;padding:.5rem}
textarea{min-height:6rem}
button{font:inherit;font-weight:600;border:0;border-radius:.375rem;background:var(--act);color:var(--on-act);padding:.75rem 1.25rem;margin:.75rem 0;min-height:3rem;cursor:pointer}
:focus-visible{outline:3px solid var(--act);outline-offset:3px}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1rem}
`
