import Kernel

/// Words of `docs/privacy.md`.
enum PrivacyText {
    static let title = Message(zh: "个人信息和保密信息", en: "Personal and confidential data")
    static let introduction = Message(
        zh: "依据《个人信息保护法》第六条、第十九条、第四十七条、第五十一条。账本只存承诺值，原文加密存放在账本之外。",
        en: """
            Personal Information Protection Law, arts. 6, 19, 47, 51. The log holds commitments only; the values lie sealed \
            beside it (records 0012, 0151), and beside the sealed values stands nothing that can be guessed from a digest.
            """)
    static let clear = Message(zh: "以明文存放在", en: "In the clear in")
    static let identity = Message(zh: "身份", en: "Who somebody is")
    static let identityPurpose = Message(
        zh: "用途：签约主体的身份核验（《民法典》第四百七十条）。", en: "For: knowing the party of a contract (Civil Code, art. 470).")
    static let work = Message(zh: "找活和用工", en: "Who looks for work, and who hires")
    static let workPurpose = Message(
        zh: "用途：核对年龄、联系上工、把工资付给本人（国务院令第364号；国务院令第724号第十一条、第十五条）。",
        en: "For: checking age, reaching the person, paying wages to her (Orders 364 and 724, arts. 11 and 15).")
    static let untilWagesSettled = Message(
        zh: "期限：工资结清且工资台账保存满三年，或本人依法要求删除时。",
        en: "Until: wages are settled and the pay ledger’s three years are over, or the person rightly asks.")
    static let learning = Message(zh: "学员和师资", en: "Who learns, who teaches")
    static let learningPurpose = Message(
        zh: "用途：核对年龄和本人，防止冒名参训和重复补贴，把补贴发给本人（《职业教育法》第五十一条）。",
        en: """
            For: checking age and person, keeping others out of her place and a subsidy from being paid twice, paying it to her \
            (Vocational Education Law, art. 51).
            """)
    static let untilErasedLearner = Message(
        zh: "期限：不在班（师资：不任教、不考评）、考试已封存后，本人依法要求删除时；证书和统计保留，不再显示姓名。",
        en:
            "Until: the person rightly asks and no course of theirs is open; certificates and counts stand without a name."
    )
    static let account = Message(zh: "银行账户", en: "Bank accounts")
    static let accountPurpose = Message(
        zh: "用途：核对和原路退还保证金，把报账款付到收款人的账号。",
        en: "For: matching a deposit and sending it back to where it came from; paying a claim to its payee.")
    static let payers = Message(zh: "对方户名和开票方", en: "Payers, payees and sellers")
    static let payersPurpose = Message(
        zh: "用途：银行对账，防止一张发票重复报销。", en: "For: reconciling with the bank; paying an invoice once.")
    static let lessees = Message(zh: "清理出的合同的承租人", en: "Lessees of found contracts")
    static let lesseesPurpose = Message(
        zh: "用途：找到承租人，补签或收回（《民法典》第四百七十条）。",
        en: "For: finding the lessee of an old contract, to sign anew or take the land back (Civil Code, art. 470).")
    static let sealedOfCase = Message(
        zh: "存放：每份合同、每张账单、每笔债权债务一把密钥，可单独销毁。",
        en: "Kept: sealed under a key of each contract, bill and claim, destroyed by itself.")
    static let untilClosed = Message(
        zh: "期限：合同清理办结、账单收清、债权债务了结以后，本人依法要求时，或满档案年限（参数 retention.years）后，由县级删除。",
        en: """
            Until: the county erases it once the case is closed, the bill paid or the claim settled, when the person rightly \
            asks or the file's years (parameter `retention.years`) are over.
            """)
    static let officers = Message(zh: "任职的人和他们申报的亲属", en: "Those in office, and the relatives they declared")
    static let officersPurpose = Message(
        zh: "用途：只用于核对交易和付款中的利益关系（《农村集体经济组织法》第三十四条）；预警不显示亲属关系。",
        en: """
            For: checking deals and payments for conflicts of interest only (Collective Law, art. 34); no flag shows a \
            relation.
            """)
    static let untilLeft = Message(
        zh: "期限：离任登记后由县级销毁；亲属申报可随时撤回并销毁。",
        en:
            "Until: the county erases it once the end of the term was entered; a declaration can be taken back at any time."
    )
    static let ballots = Message(zh: "表决的选择", en: "How somebody voted")
    static let ballotsPurpose = Message(zh: "用途：由系统计票。", en: "For: the count, which the program makes.")
    static let words = Message(zh: "异议和申辩的内容", en: "Words of objections and replies")
    static let wordsPurpose = Message(zh: "用途：由办理人答复。", en: "For: whoever has to answer.")
    static let tallies = Message(zh: "计票人登记的纸票数", en: "A teller’s count of papers")
    static let talliesPurpose = Message(
        zh: "用途：两名计票人各自清点；另一份登记前任何人不得知悉。",
        en: "For: two tellers who count apart; nobody may know one before the other is in.")
    static let sealedOfMeeting = Message(zh: "存放：以这次会议的密钥加密。", en: "Kept: sealed under the meeting's key.")
    static let untilBothOpen = Message(zh: "期限：两份都登记后公开。", en: "Until: both are in, which makes them public.")
    static let offers = Message(zh: "密封报价和自动出价上限", en: "Sealed offers and proxy limits")
    static let offersPurpose = Message(
        zh: "用途：到时开标；此前任何人不得知悉。", en: "For: the opening; nobody may know them before.")
    static let paddles = Message(zh: "谁报了名", en: "Who registered")
    static let paddlesPurpose = Message(
        zh: "用途：竞价资格；成交公示前不公开。", en: "For: the right to bid; not public before the result is.")
    static let sealedOfPerson = Message(
        zh: "存放：以本人的密钥加密，可单独销毁。", en: "Kept: sealed under the person's own key, destroyed by itself.")
    static let sealedTogether = Message(
        zh: "存放：以全站共用的一把密钥加密；报名人销毁后，指不出任何人。",
        en: "Kept: sealed under one key of the house; it names nobody once who registered is destroyed.")
    static let sealedOfLine = Message(
        zh: "存放：每条流水、每张发票一把密钥，可单独销毁。",
        en: "Kept: sealed under a key of each line and invoice, destroyed by itself.")
    static let sealedOfWhoCame = Message(
        zh: "存放：本人提出的以本人的密钥加密，随本人销毁；窗口代记的各用一把密钥。",
        en:
            "Kept: under the key of whoever came in person, destroyed with the person; what a desk wrote down, under its own."
    )
    static let sealedOfLot = Message(zh: "存放：以项目的密钥加密。", en: "Kept: sealed under the lot's key.")
    static let untilErased = Message(
        zh: "期限：合同到期后满档案年限（参数 retention.years），或本人依法要求删除时。",
        en: "Until: the contract's file may be closed (parameter `retention.years`), or the person rightly asks.")
    static let untilFilesEnd = Message(
        zh: "期限：流水已勾对、报账已付清，并且会计档案从年度终了起满年限（参数 retention.years）后，由县级删除；法院或主管部门要求提前的凭文号。",
        en: """
            Until: the county erases it once the line is matched or the claim paid, and the years of the books' files \
            (parameter `retention.years`, from the end of the year) are over; earlier by order of a court or an authority.
            """)
    static let untilOpened = Message(zh: "期限：开标后公开或失去意义。", en: "Until: the opening makes it public or void.")
    static let registrations = Message(
        zh: "哪次报名对哪个项目、用几号牌", en: "Which registration is for which lot, under which paddle")
    static let registrationsPurpose = Message(
        zh: "用途：竞价；发牌前不公开，使人数不可知。",
        en: "For: the auction; secret until the paddles are dealt, so that nobody counts rivals.")
    static let untilDealt = Message(zh: "期限：与项目档案同期。", en: "Until: as long as the lot's file.")
    static let untilSigned = Message(
        zh: "期限：签约后公开成交人，其余不公开；本人信息销毁时一并销毁。",
        en: "Until: the contract makes the winner public; the others never, and it ends with the person's data.")
    static let beside = Message(zh: "账本之外", en: "Beside the log")
    static let besideRows = Message(
        zh: """
            登录库：手机号（带密钥摘要和密文）、密码（scrypt）、第二验证方式（密文），至账户关闭；登录记录 190 天；会话 12 小时；\
            未交表单（密文）1 小时。答复表：参数的带密钥摘要（记录 0236）。程序日志：没有个人信息。备份：与原库同，按备份期限销毁。
            """,
        en: """
            Store of sign-ins: phones (keyed digest and sealed), passwords (scrypt), second factors (sealed) until the \
            account is closed; security events 190 days; sessions 12 hours; forms not yet given (sealed) one hour. \
            Answers: a keyed digest of the arguments (0236). The program's log: nothing personal. Backups: as the store, \
            destroyed on their own calendar.
            """)
}
