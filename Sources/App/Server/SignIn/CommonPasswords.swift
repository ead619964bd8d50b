import Kernel

/// Passwords that are guessed first: those that were leaked most often, and the rules by which such lists are made, for
/// what a list of yesterday does not have yet: a few hundred well-known roots and what people put around them, rows of the
/// keyboard, repetitions, numbers.
package enum CommonPasswords {
    /// Whether `password` is among what everybody tries.
    package static func contains(_ password: String) -> Bool {
        let plain = Folding.folded(password).lowercased().filter { !$0.isWhitespace }
        let characters = Array(plain)
        if characters.allSatisfy({ !$0.isLetter }) && characters.allSatisfy(\.isASCII) { return true }
        if leaked.contains(plain) || Set(characters).count <= 3 || isRepeated(characters) || isRun(characters) {
            return true
        }
        let stem = core(plain)
        // Figures and signs may stand for letters, or around the word: `@dmin`, `p@ssw0rd2026`.
        for stem in [stem, unmasked(stem), core(unmasked(plain))] where stem.isEmpty || isKnown(stem) { return true }
        return false
    }

    /// Of the 20,000 that stand most often in the leaks of haveibeenpwned.com (the list that Django 4.2 ships, BSD), those
    /// with ten characters and more that no rule of few characters or figures alone refuses already.
    static let leaked = Set(
        String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n").map(String.init))

    /// Without the figures and signs around it: `!Password123` as `password`.
    private static func core(_ text: String) -> String {
        let left = text.drop { !$0.isLetter }
        let right = left.reversed().drop { !$0.isLetter }
        return String(right.reversed())
    }

    /// A root, or two of them in a row with nothing but figures and signs between.
    private static func isKnown(_ stem: String) -> Bool {
        if roots.contains(stem) { return true }
        let letters = stem.filter(\.isLetter)
        if letters.count * 2 > stem.count, roots.contains(letters) { return true }
        return letters.indices.dropFirst().contains { cut in
            roots.contains(String(letters[..<cut])) && roots.contains(String(letters[cut...]))
        }
    }

    /// `abcabcabc`: a piece of at most half the length again and again, the last time perhaps cut short.
    private static func isRepeated(_ characters: [Character]) -> Bool {
        guard characters.count >= 2 else { return true }
        return (1...max(1, min(6, characters.count / 2))).contains { length in
            characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
        }
    }

    /// Steps along the alphabet, the figures or the keyboard from beginning to end, in pieces of at least three.
    private static func isRun(_ characters: [Character]) -> Bool {
        var start = 0
        while start < characters.count {
            var best = 0
            for row in rows {
                guard var place = row.firstIndex(of: characters[start]) else { continue }
                var length = 1
                while start + length < characters.count, place + 1 < row.count,
                    row[place + 1] == characters[start + length]
                {
                    place += 1
                    length += 1
                }
                best = max(best, length)
            }
            guard best >= 3 else { return false }
            start += best
        }
        return true
    }

    private static func unmasked(_ text: String) -> String { String(text.map { masks[$0] ?? $0 }) }

    private static let masks: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "+": "t",
    ]

    private static let rows: [[Character]] = {
        let forwards = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl",
            "zxcvbnm",
            "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0", "a1b2c3d4e5f6g7h8i9", "!@#$%^&*()", "147258369", "159357", "789456123",
        ]
        return forwards.map { Array($0) } + forwards.map { $0.reversed() }
    }()

    /// Words, names, teams and sayings of the public lists, Chinese ones in pinyin; and what is near at hand here.
    private static let roots = Set(
        """
        password passwd passwort pass word admin administrator root user username login welcome letmein access master \
        secret private default guest test testing tester temp temporary demo manager system server database oracle \
        changeme change newpassword mypassword passphrase passcode p qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn \
        zxcvbnm qaz qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcdefgh aa aaa aaaa xx xxx hello hi hey iloveyou \
        loveyou iloveu love lovely lover forever friend friends family mother father mom dad baby babygirl babyboy angel \
        princess prince queen king sunshine sunflower rainbow flower butterfly summer winter spring autumn january \
        february march april may june july august september october november december monday tuesday wednesday \
        thursday friday saturday sunday football soccer baseball basketball hockey tennis golf sports player games \
        gamer computer internet network windows microsoft google facebook twitter youtube yahoo hotmail gmail apple \
        iphone samsung android nokia sony linux ubuntu debian cisco superman batman spiderman ironman pokemon pikachu \
        naruto starwars matrix dragon monkey tiger lion eagle shadow phoenix horse chicken elephant dolphin panda kitty \
        kitten doggy puppy cat dog fish bird money dollar rich lucky happy smile cool awesome beautiful sexy hotgirl \
        jesus christ god heaven devil freedom liberty peace america canada london paris berlin china chinese beijing \
        shanghai guangzhou shenzhen chengdu chongqing hangzhou nanjing wuhan xian tianjin sichuan zhejiang guangdong \
        jordan michael michelle jennifer jessica ashley daniel thomas robert andrew joshua matthew charlie george \
        nicole hannah amanda samantha jonathan anthony william justin maggie harley ranger hunter killer ginger pepper \
        cookie chocolate cheese banana orange purple yellow silver golden diamond crystal buster thunder mustang corvette \
        ferrari mercedes porsche yamaha honda toyota liverpool arsenal chelsea barcelona realmadrid juventus manchester \
        trustno whatever nothing something unknown blink fuckyou fuck fucker asshole bitch shit pussy porn sex \
        woaini woaiwo woaini wo ni woshi woaizhongguo zhongguo zhongguoren renmin mima wodemima denglu yonghu guanliyuan \
        guanli gongsi zhanghao ceshi xitong nihao nihaoma nihaoshijie xiexie laopo laogong baobao baobei qinaide \
        mama baba woaibaba woaimama jiayou facai gongxi gongxifacai xinnian xinniankuaile kuaile xingfu pingan jiankang \
        shengri shengrikuaile yongyuan aini ainiyiwannian zhangsan lisi wangwu zhaoliu liuqi xiaoming lihua wangwei \
        wangfang zhangwei lina liming tianya dajiahao haha hahaha hehe heihei lala caonima caoni shabi \
        cunzhang cunwei cunmin cunwu nongcun nongmin nongye tudi zhengfu xianzheng xiangzhen shequ jiti jitizichan \
        qianmo jiaoyi jiaoyizhongxin zhongxin baozhang kuaiji caiwu shuju wangluo jianshe minzhu hexie fuqiang wenming \
        taobao alibaba zhifubao weixin wechat tencent qq baidu weibo huawei xiaomi oppo vivo dangdang jingdong wangyi
        """.split(whereSeparator: { $0.isWhitespace }).map(String.init))
}
