//! Invented names by home language. Nobody in the sample district exists.

/// A home language, and names that are usual where it is spoken.
pub(super) struct Tongue {
    /// The tag that goes to `metadata.homeLanguage`.
    pub(super) tag: &'static str,
    /// How many of a hundred families speak it at home.
    pub(super) share: u64,
    pub(super) women: &'static [&'static str],
    pub(super) men: &'static [&'static str],
    pub(super) surnames: &'static [&'static str],
}

/// The district's home languages; the shares add up to a hundred.
pub(super) const TONGUES: [Tongue; 7] = [
    Tongue {
        tag: "en",
        share: 46,
        women: &[
            "Abigail", "Beatrice", "Claire", "Dorothy", "Eleanor", "Fiona", "Grace", "Hazel", "Imogen", "June",
            "Keziah", "Lydia", "Mabel", "Nora", "Opal", "Phoebe", "Ruth", "Sylvia", "Tabitha", "Willa",
        ],
        men: &[
            "Amos", "Barnaby", "Caleb", "Desmond", "Edwin", "Felix", "Gideon", "Harvey", "Isaac", "Jasper", "Kit",
            "Linus", "Malcolm", "Nathan", "Otis", "Percy", "Reuben", "Silas", "Theo", "Wesley",
        ],
        surnames: &[
            "Alderbrook",
            "Birchfield",
            "Copperwell",
            "Dunmarsh",
            "Eastlake-Moor",
            "Fennimoor",
            "Greywater",
            "Hollowell",
            "Ironside",
            "Juniperly",
            "Kestrelman",
            "Larkspurton",
            "Millrace",
            "Northquay",
            "O'Hallowen",
            "Pebblesworth",
            "Quillfeather",
            "Rookwood",
            "Saltmarsh",
            "Thistledown",
            "Underhay",
            "Vantongeren",
            "Wrenfield",
            "O'Tidewell",
        ],
    },
    Tongue {
        tag: "es",
        share: 22,
        women: &[
            "Alma",
            "Belén",
            "Consuelo",
            "Dolores",
            "Esperanza",
            "Inés",
            "Jimena",
            "Lucía",
            "Marisol",
            "Noemí",
            "Pilar",
            "Xiomara",
        ],
        men: &[
            "Álvaro", "Benicio", "César", "Efraín", "Fermín", "Joaquín", "Leandro", "Martín", "Óscar", "Raúl", "Tomás",
            "Ulises",
        ],
        surnames: &[
            "Arroyoseco",
            "Barrionuevo",
            "Castañeda Luz",
            "Del Almendral",
            "Echeniqué",
            "Fuentemayor",
            "Guzmán-Olivar",
            "Ibáñez Mar",
            "Montenegrín",
            "Núñez Palma",
            "Peñalver",
            "Zorrillo",
        ],
    },
    Tongue {
        tag: "pt-BR",
        share: 10,
        women: &["Antônia", "Conceição", "Iara", "Jussara", "Luíza", "Thaís", "Yasmin"],
        men: &["Aírton", "Caetano", "João", "Luís", "Otávio", "Thiago", "Vinícius"],
        surnames: &[
            "Araújo Lima",
            "Brandãozinho",
            "Conceição Mar",
            "Figueirôa",
            "Guimarãesto",
            "Leitãozal",
            "Sant'Anavila",
        ],
    },
    Tongue {
        tag: "ht",
        share: 7,
        women: &["Fabiola", "Guerline", "Islande", "Mirlande", "Roseline", "Wideline"],
        men: &["Dieudonné", "Emmanuel", "Frantz", "Jean-Robert", "Réginald", "Wilner"],
        surnames: &[
            "Belizèrin",
            "Chéryton",
            "Dorsainvar",
            "Jean-Baptistin",
            "Lafortunat",
            "Toussèl",
        ],
    },
    Tongue {
        tag: "pl",
        share: 5,
        women: &["Agnieszka", "Grażyna", "Łucja", "Małgorzata", "Zofia"],
        men: &["Bogusław", "Grzegorz", "Łukasz", "Paweł", "Zdzisław"],
        surnames: &["Brzozowiak", "Gołębczyk", "Kędziorny", "Świętoń", "Żurawin"],
    },
    Tongue {
        tag: "zh-Hans",
        share: 5,
        women: &["Huiling", "Jiayi", "Meixiu", "Xiaoyun", "Yuqing"],
        men: &["Guoqiang", "Haoran", "Junwei", "Zhiyuan", "Wenbo"],
        surnames: &["Ouyang", "Lü", "Xu", "Zhuge", "Nie"],
    },
    Tongue {
        tag: "ar",
        share: 5,
        women: &["Amal", "Hanan", "Nour", "Rima", "Samar"],
        men: &["Bashir", "Fadi", "Karim", "Nabil", "Ziad"],
        surnames: &["Al-Barakati", "Ben Yasmin", "El Zaytouni", "Haddadeen", "Nassarawi"],
    },
];

/// A given name longer than most forms provide for.
pub(super) const LONG: &str = "Maximiliana Guadalupe Esperanza Concepción de los Ángeles Altagracia";
