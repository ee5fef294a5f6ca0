const BASES = `
password passw0rd password1 salasana salasana1 salasanani lösenord losenord lösenordet minsalasana
qwertyuiop qwertyuiopå qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl asdfghjkl asdfghjklö asdfghjklzxcvbnm
zxcvbnm zxcvbnmasdfghjkl 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedc qazwsxedcrfv q1w2e3r4t5y6 1q2w3e4r5t6y
1q2w3e4r5t 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i qwerty123456 qwerty12345 123456qwerty 123456qwerty123 qwertyqwerty
asdfasdfasdf abc123abc123 abcd1234abcd abcdefghijkl abcdefghijklmn iloveyou iloveyouforever iloveyousomuch
iloveyoubaby iloveyou2 minärakastansinua minarakastansinua jagälskardig jagalskardig rakastansinua
administrator administrator1 adminadminadmin adminpassword adminadmin admin123456 admin1234567 rootpassword
letmein letmeinplease letmeinletmein welcome welcometoyou welcome12345 welcomewelcome tervetuloa tervetuloa123
välkommen valkommen changeme changemenow changemeplease changeit pleasechangeme defaultpassword default
temporary temporarypassword temppassword testpassword testtesttest testitesti testisalasana demodemodemo
monkeymonkey dragondragon footballfootball baseballbaseball superman supermansuperman batmanbatman
princessprincess sunshinesunshine shadowshadow mastermaster michaeljordan mustang1234 starwarsstarwars
mypasswordis mypassword mypassword1 thisismypassword passwordpassword password1password p@ssw0rd p@ssword
p@ssw0rdp@ssw0rd pa$$word pa$$w0rd trustno1 trustno1trustno1 correcthorsebatterystaple whatever whateverwhatever
nothingnothing secretsecret topsecret topsecret123 unbelievable springsummer summersummer winterwinter
kesäkesäkesä kesakesakesa talvitalvi syksysyksy helsinkihelsinki helsinki2026 suomisuomisuomi suomifinland
finlandfinland perkeleperkele perkelesaatana vittuperkele hevonenhevonen kissakissa koirakoira kissakoira
jääkiekko jaakiekko mansikkamansikka aurinkoaurinko enkelienkeli rakasrakas kukkakukka lupauslupaus lupaus
lupaus123456 lupauslupauslupaus console consoleconsole analytics analyticsanalytics google1234567 facebook1234
`

/** Passwords that are tried first, in lower case; trailing digits are stripped before looking here. */
export const COMMON: ReadonlySet<string> = new Set(BASES.split(/\s+/).filter(word => word !== ''))
