"""Lists of like short items, as pages of results, sentences or closings run them: each item as two outlets have it."""

from __future__ import annotations

Items = list[tuple[str, str]]

FOOTBALL: Items = [
    (
        "Orley United 2-1 Carden Town. Pell scored twice before half-time; Okoro pulled one back.",
        "Two goals by Pell were enough for Orley, who beat Carden 2-1 in spite of a late reply by Okoro.",
    ),
    (
        "Harrow Vale 0-0 Stemford. Neither side managed a shot on target in the second half.",
        "No goals at Vale Park, where Harrow Vale and Stemford shared the points.",
    ),
    (
        "Brackley Rovers 3-2 Tilling Athletic. Substitute Amadi won it in stoppage time.",
        "Amadi came off the bench to win it for Brackley, 3-2 against Tilling.",
    ),
    (
        "Norwick City 1-4 Dunmere. Lindqvist scored a hat-trick for the visitors.",
        "Lindqvist took three goals home from Norwick as Dunmere won 4-1.",
    ),
    (
        "Saltash Wanderers 2-0 Pendle. Goals by Reyes and Hart settled it after the break.",
        "Reyes and Hart gave Saltash a 2-0 win over Pendle.",
    ),
    (
        "Kirkdale 1-1 Marlow Park. Baptiste's penalty cancelled out an early header by Venn.",
        "Venn headed Marlow Park in front, but Kirkdale drew 1-1 with a penalty by Baptiste.",
    ),
    (
        "Exley 0-3 Thornby. Thornby go top of the table after three goals in twenty minutes.",
        "Thornby lead the table: they won 3-0 at Exley.",
    ),
    (
        "Wexcombe 2-2 Ludden Forest. Forest came back from two down with ten men.",
        "Ten men of Ludden Forest came from behind for a 2-2 draw at Wexcombe.",
    ),
    (
        "Ashby Star 1-0 Calder. Ivanov scored the only goal from thirty yards.",
        "Ivanov's long shot beat Calder, 1-0 to Ashby Star.",
    ),
    (
        "Mereside 4-0 Holt Albion. It is Albion's sixth defeat in a row.",
        "Holt Albion lost for the sixth time running, 4-0 at Mereside.",
    ),
]

COURT: Items = [
    (
        "Daniel Foss, 34, of Karsund was sentenced to four years in prison for burglary.",
        "Burglar Daniel Foss goes to prison for four years, the court in Karsund ruled.",
    ),
    (
        "Maria Stenner, 51, of Lade was fined 3,000 crowns for drink-driving.",
        "Drink-driving cost Maria Stenner from Lade 3,000 crowns.",
    ),
    (
        "Piotr Halas, 28, of Brenvik was given eighteen months, suspended, for fraud.",
        "A suspended sentence of eighteen months for fraud: Piotr Halas of Brenvik may go home.",
    ),
    (
        "Eric Noll, 45, of Tolmark was sentenced to seven years for robbery at a petrol station.",
        "Tolmark petrol station robber Eric Noll must serve seven years.",
    ),
    (
        "Ana Lupu, 39, of Veldhaven was acquitted of arson.",
        "Not guilty of arson: the judges let Ana Lupu of Veldhaven go.",
    ),
    (
        "Jonas Reick, 22, of Orla was sentenced to community service for vandalism.",
        "Jonas Reick of Orla has to work for the community after vandalism.",
    ),
    (
        "Sven Dahlen, 60, of Millton was sentenced to two years for tax evasion.",
        "Two years for tax evasion, the court told Sven Dahlen from Millton.",
    ),
    (
        "Lucy Hargan, 31, of Rudd was banned from driving for a year for speeding.",
        "Speeding: Lucy Hargan of Rudd may not drive for a year.",
    ),
]

STOCKS: Items = [
    (
        "Shares in Rullin Motors fell 4.2 per cent after it cut its forecast for the year.",
        "Carmaker Rullin lowers its outlook; the stock loses 4.2 per cent.",
    ),
    (
        "Shares in Tavor Steel rose 3.1 per cent after a broker raised its target.",
        "Tavor Steel gains 3.1 per cent on a higher price target.",
    ),
    (
        "Shares in Halden Bank rose 1.8 per cent after it reported higher profits.",
        "Higher profits lift Halden Bank by 1.8 per cent.",
    ),
    (
        "Shares in Coda Pharma fell 11 per cent after a trial of its drug failed.",
        "A failed drug trial costs Coda Pharma 11 per cent.",
    ),
    (
        "Shares in Mirel Foods fell 0.9 per cent after its chief executive resigned.",
        "Mirel Foods slips 0.9 per cent as the chief executive leaves.",
    ),
    (
        "Shares in Ostra Energy rose 6.5 per cent after it won a contract for a wind farm.",
        "Wind farm contract sends Ostra Energy up 6.5 per cent.",
    ),
    (
        "Shares in Lumen Telecom rose 2.4 per cent after talks about a merger.",
        "Merger talks: Lumen Telecom adds 2.4 per cent.",
    ),
    (
        "Shares in Peregrine Air fell 5.0 per cent after pilots called a strike.",
        "Pilots' strike call pulls Peregrine Air down by 5.0 per cent.",
    ),
]

ROADS: Items = [
    (
        "Road closed: Mill Lane in Carden, because of a fallen tree. Expected to reopen at 14:00.",
        "A tree blocks Mill Lane, Carden, until about two in the afternoon.",
    ),
    (
        "Road closed: Station Road in Stemford, because of flooding. Drivers should turn off at the church.",
        "Stemford: Station Road is under water; a diversion begins at the church.",
    ),
    (
        "Road closed: the bridge at Harl, because of high winds. High vehicles are turned back.",
        "High winds have shut the Harl bridge.",
    ),
    (
        "Road closed: Quarry Hill in Tilling, because of ice. Gritters are on their way.",
        "Ice closes Quarry Hill above Tilling; gritters have been sent.",
    ),
    (
        "Road closed: Abbey Street in Norwick, because of a burst water main.",
        "A burst main floods Abbey Street in Norwick, which is closed.",
    ),
    ("Road closed: the coast road at Pendle, because of a landslip.", "Landslip shuts the coast road near Pendle."),
    (
        "Road closed: Foundry Way in Exley, because of an overturned lorry.",
        "A lorry lies on its side in Foundry Way, Exley; nobody gets through.",
    ),
    ("Road closed: the tunnel at Dunmere, because of a power cut.", "No power in the Dunmere tunnel: it is closed."),
]

SCHOOLS: Items = [
    (
        "Carden Primary School is closed today. Its heating has failed.",
        "No heating, no lessons: Carden Primary stays shut.",
    ),
    (
        "Stemford High School is closed today. Teachers could not get in.",
        "Stemford High is shut as staff are snowed in.",
    ),
    (
        "Tilling Infant School is closed today. The playground is a sheet of ice.",
        "Ice on the playground closes Tilling Infants.",
    ),
    ("St Bride's College is closed today. Its buses are not running.", "St Bride's College shuts because no bus runs."),
    ("Norwick Grammar School is closed today. Pipes have burst.", "Burst pipes keep Norwick Grammar shut."),
    ("Ashby Junior School opens at 10:30. Snow is being cleared.", "Ashby Juniors open late, at half past ten."),
    (
        "Pendle Academy is closed today. Exams will be held on Friday.",
        "Exams at Pendle Academy are put off to Friday; the school is closed.",
    ),
    ("Exley Special School is closed today. There is no water.", "No water at Exley Special School, which is closed."),
]

WEATHER: Items = [
    (
        "Karsund: 12 degrees and rain all day, with gusts of 60 km/h in the evening.",
        "Rain for Karsund at 12 degrees, and a windy evening.",
    ),
    ("Lade: 17 degrees and sunny, with fog in the early morning.", "Lade wakes to fog, then sun and 17 degrees."),
    ("Brenvik: 9 degrees with showers, some of them of hail.", "Hail showers in Brenvik, no more than 9 degrees."),
    (
        "Tolmark: 21 degrees, dry, with a light breeze from the south.",
        "Tolmark enjoys 21 degrees and a southerly breeze.",
    ),
    (
        "Veldhaven: 15 degrees and cloudy, with drizzle towards night.",
        "Clouds over Veldhaven, drizzle at night, 15 degrees.",
    ),
    ("Orla: 4 degrees and snow above 600 metres.", "Snow on the hills of Orla, where it will be 4 degrees."),
    ("Millton: 19 degrees with thunderstorms in the afternoon.", "Thunderstorms are due in Millton this afternoon."),
    ("Rudd: 14 degrees, windy, with clear spells.", "A windy day in Rudd with clear spells, 14 degrees."),
]

MEDALS: Items = [
    (
        "Gold for Ines Valdor of Norland in the women's 200 metres freestyle, in a time of 1:54.31.",
        "Swimmer Ines Valdor wins gold for Norland over 200 metres freestyle.",
    ),
    (
        "Gold for Tomas Reke of Estara in the men's javelin, with a throw of 89.12 metres.",
        "Estara's Tomas Reke throws the javelin 89.12 metres and takes gold.",
    ),
    ("Gold for Lin Qiao of China in the women's 10 metres air pistol.", "Air pistol gold goes to Lin Qiao of China."),
    (
        "Gold for Omar Sadiq of Egypt in the men's weightlifting up to 81 kg.",
        "Weightlifter Omar Sadiq gives Egypt gold in the class up to 81 kg.",
    ),
    (
        "Gold for Petra Holm of Sweden in the women's road race, ahead of two breakaway riders.",
        "Petra Holm of Sweden is the fastest in the road race.",
    ),
    (
        "Gold for Kenji Mori of Japan in the men's judo up to 66 kg.",
        "Judoka Kenji Mori throws his way to gold for Japan.",
    ),
    (
        "Gold for Abena Osei of Ghana in the women's long jump, with 7.02 metres.",
        "Abena Osei jumps 7.02 metres: gold for Ghana.",
    ),
    ("Gold for Luca Ferri of Italy in the men's foil.", "Fencer Luca Ferri of Italy wins the foil."),
]

TRANSFERS: Items = [
    (
        "DONE DEAL: Orley United sign midfielder Joel Pereira from Calder for £6m.",
        "Joel Pereira leaves Calder for Orley United; the fee is £6m.",
    ),
    (
        "DONE DEAL: Thornby sign goalkeeper Max Untermann on loan from Exley.",
        "Exley lend goalkeeper Max Untermann to Thornby.",
    ),
    (
        "DONE DEAL: Dunmere sign striker Kofi Mensah on a free transfer from Pendle.",
        "Striker Kofi Mensah joins Dunmere from Pendle for nothing.",
    ),
    (
        "DONE DEAL: Kirkdale sign defender Ruben Sol from Holt Albion for £2.5m.",
        "Kirkdale pay £2.5m to Holt Albion for defender Ruben Sol.",
    ),
    (
        "DONE DEAL: Stemford sign winger Ali Demir from Brackley Rovers for £11m.",
        "Winger Ali Demir swaps Brackley for Stemford for £11m.",
    ),
    (
        "DONE DEAL: Wexcombe sign full-back Sean Duffin from Carden Town.",
        "Carden's Sean Duffin becomes Wexcombe's new full-back.",
    ),
    (
        "DONE DEAL: Norwick City sign forward Hugo Lemaire from Marlow Park for £4m.",
        "Hugo Lemaire, Marlow Park's forward, costs Norwick £4m.",
    ),
    (
        "DONE DEAL: Ashby Star sign midfielder Nils Borg on loan from Saltash Wanderers.",
        "Nils Borg moves on loan from Saltash to Ashby Star.",
    ),
]

LISTS: dict[str, Items] = {
    "football": FOOTBALL,
    "court": COURT,
    "stocks": STOCKS,
    "roads": ROADS,
    "schools": SCHOOLS,
    "weather": WEATHER,
    "medals": MEDALS,
    "transfers": TRANSFERS,
}
