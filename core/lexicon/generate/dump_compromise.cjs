// Writes compromise's word list as JSON, tag by tag, for make_words.py:
//   node dump_compromise.cjs PACKAGE/builds/three/compromise-three.cjs > compromise.json
const loaded = require(require('path').resolve(process.argv[2]));
const nlp = loaded.default || loaded;
const byTag = {};
for (const [word, tag] of Object.entries(nlp.model().one.lexicon)) (byTag[[].concat(tag).join('/')] ||= []).push(word);
console.log(JSON.stringify(byTag));
