package import Kernel
import Web

extension ExchangeRejection {
    package var text: Message {
        switch self {
        case .lotExists:
            Message(
                zh: "这个标的编号已经用过。",
                en: "This lot number is already in use.")
        case .assetUnknown:
            Message(
                zh: "资产台账里没有这项资产或资源。",
                en: "The register has no such asset or resource.")
        case .lotUnknown:
            Message(
                zh: "没有这个标的。",
                en: "There is no such lot.")
        case .wrongState(let state, let wanted):
            Message(
                zh: "标的现处于“\(ExchangeText.state(state).zh)”，不能转为“\(ExchangeText.state(wanted).zh)”。",
                en:
                    "The lot is in the state “\(ExchangeText.state(state).en)”; this would need “\(ExchangeText.state(wanted).en)”."
            )
        case .assetNotFree:
            Message(
                zh: "该资产正在出租、已被其他标的占用或存在争议。",
                en: "The asset is let, reserved by another lot, or in dispute.")
        case .notTheOwner:
            Message(
                zh: "申请单位不是台账登记的权利人。",
                en: "The organisation is not the owner on the card.")
        case .termMissing:
            Message(
                zh: "请填写年限或截止日期（二者填一），且期限至少一天。",
                en: "Give either years or a last day, and a term of at least one day.")
        case .leaseTooLong(let cap, let years):
            Message(
                zh: "租赁期限不得超过 \(cap) 年，本标的为 \(years) 年，超过部分无效。",
                en: "A lease may not exceed \(cap) years; this one has \(years), and the excess is void.")
        case .beyondRight(let until):
            Message(
                zh: "期限不得超过权利剩余期限（至 \(until)）。",
                en: "The term may not outlive the right, which ends on \(until).")
        case .wasteTooLong(let cap):
            Message(
                zh: "“四荒”使用权期限不得超过 \(cap) 年。",
                en: "Rights to waste land may not exceed \(cap) years.")
        case .priceNotPositive:
            Message(
                zh: "起始价和加价幅度必须大于零，保证金和延时不得为负。",
                en: "Start price and step must be above zero; deposit and extension not below.")
        case .areaBeyondCard(let whole):
            Message(
                zh: "面积须大于零且不超过台账面积（\(ExchangeText.mu(whole)) 亩）。",
                en: "The area must be above zero and within the card's \(ExchangeText.mu(whole)) mu.")
        case .planWrong:
            Message(
                zh: "付款计划各期比例之和须为 100%，年份须递增且在期限之内。",
                en: "The shares of the payment plan must sum to 100 %, in ascending years within the term.")
        case .modeNotForCategory:
            Message(
                zh: "该交易方式不适用于此品种：采购和工程向下竞价，出让和出租向上竞价。",
                en: "This mode does not fit the category: purchases and works are bid down, what is given is bid up.")
        case .portionsWrong:
            Message(
                zh: "分类地块面积之和不得超过总面积，差价须低于起始价，且单价须按面积计。",
                en:
                    "The portions may not exceed the area, their discounts must stay below the start price, and the price must be per area."
            )
        case .resolutionMissing:
            Message(
                zh: "集体资产交易须先有民主决议并登记。",
                en: "Collective assets need a recorded resolution first.")
        case .resolutionOfAnother:
            Message(
                zh: "该决议不是本权利人作出的。",
                en: "The resolution was passed by another body.")
        case .majorityMissed:
            Message(
                zh: "决议未达到法定人数或比例。",
                en: "The resolution missed the legal quorum or majority.")
        case .sameEyes:
            Message(
                zh: "受理、审核和发布必须由三个不同的人办理。",
                en: "Acceptance, review and release must be done by three different persons.")
        case .reasonsMissing:
            Message(
                zh: "请说明理由。",
                en: "Give the reasons.")
        case .noticeTooShort(let days, let earliest):
            Message(
                zh: "公告期不得少于 \(days) 个工作日，最早截止于 \(Format(.chinese).instant(earliest))。",
                en: "The notice must run at least \(days) working days, "
                    + "until \(Format(.english).instant(earliest)) at the earliest.")
        case .noticeTimes:
            Message(
                zh: "竞价开始不得早于报名截止，结束须晚于开始。",
                en: "The auction may not open before registrations close, and must end after it opens.")
        case .notAnOpenAuction:
            Message(
                zh: "本标的不是公开竞价。",
                en: "This lot is not sold by open bidding.")
        case .notAdmitted:
            Message(
                zh: "您不是本标的的合格竞买人。",
                en: "You are not an admitted bidder of this lot.")
        case .bidTooLate(let endedAt):
            Message(
                zh: "竞价已于 \(Format(.chinese).instant(endedAt)) 结束，以服务器时间为准。",
                en: "The auction ended at \(Format(.english).instant(endedAt)) by the server's clock.")
        case .bidNotBeyond(let least, let direction):
            Message(
                zh: "报价未达到要求：\(direction == .up ? "至少" : "至多") \(ExchangeText.yuan(least)) 元。",
                en:
                    "The bid does not go far enough: \(direction == .up ? "at least" : "at most") \(ExchangeText.yuan(least)) yuan."
            )
        case .bidOffStep(let step, let base):
            Message(
                zh: "报价须在 \(ExchangeText.yuan(base)) 元基础上按 \(ExchangeText.yuan(step)) 元的整数倍变动。",
                en:
                    "The bid must differ from \(ExchangeText.yuan(base)) by a multiple of \(ExchangeText.yuan(step)) yuan."
            )
        case .offerChangedAlready:
            Message(
                zh: "报价只能更改一次。",
                en: "An offer may be changed once only.")
        case .waitsForPeople:
            Message(
                zh: "报价已开启或须由人办理，系统不再自动结束。",
                en: "The offers are open or a person must act; the clock does nothing more.")
        case .noPriority:
            Message(
                zh: "您对本标的没有优先权，或优先权人已成交。",
                en: "You hold no priority for this lot, or a holder leads already.")
        case .seedWrong:
            Message(
                zh: "抽签种子与公告的承诺不符，或公告未作承诺。",
                en: "The seed does not match the commitment in the notice, or there is none.")
        case .scoresWrong:
            Message(
                zh: "评审人数须为三人以上单数，且每人对每份报价各打一次分（0 至 10000）。",
                en: "An odd panel of at least three must score every offer once, 0 to 10,000.")
        case .slipMissing:
            Message(
                zh: "代他人办理须登记本人签字单据的摘要。",
                en: "Acting for somebody needs the digest of the slip they signed.")
        case .notYetDue(let at):
            Message(
                zh: "时间未到，应在 \(Format(.chinese).instant(at)) 之后。",
                en: "Not yet: this is due at \(Format(.english).instant(at)).")
        case .objectionTooLate:
            Message(
                zh: "结果公示期已过。",
                en: "The time for objections is over.")
        case .objectionsOpen:
            Message(
                zh: "还有异议未答复。",
                en: "There are unanswered objections.")
        case .objectionUnknown:
            Message(
                zh: "没有这项待答复的异议。",
                en: "There is no such open objection.")
        case .winnerUnknown:
            Message(
                zh: "没有可以签约的受让方。",
                en: "There is no winner to act for.")
        case .amountNotPositive:
            Message(
                zh: "金额必须大于零。",
                en: "The amount must be above zero.")
        case .firstPaymentShort(let due, let paid):
            Message(
                zh: "首期款 \(ExchangeText.yuan(due)) 元尚未收齐（已收 \(ExchangeText.yuan(paid)) 元）。",
                en:
                    "The first instalment of \(ExchangeText.yuan(due)) yuan is not complete (\(ExchangeText.yuan(paid)) received)."
            )
        case .registrationClosed:
            Message(
                zh: "现在不在报名期内。",
                en: "Registrations are not open now.")
        case .partyUnknown:
            Message(
                zh: "主体未登记。",
                en: "The party is not registered.")
        case .alreadyRegistered:
            Message(
                zh: "该主体已报名本标的。",
                en: "The party has already registered for this lot.")
        case .barred(let until):
            Message(
                zh: "该主体在 \(until) 前被禁止参加交易。",
                en: "The party may not take part before \(until).")
        case .conflicted:
            Message(
                zh: "该主体是本标的的经办人员，须回避。",
                en: "The party works on this lot and must stand aside.")
        case .accountShared:
            Message(
                zh: "该账户已被本标的其他竞买人使用，依法视为串通迹象。",
                en: "Another bidder of this lot uses this account: by law a sign of collusion.")
        case .bidderUnknown:
            Message(
                zh: "没有这项报名，或其状态不允许此操作。",
                en: "There is no such registration in a state that allows this.")
        case .depositStep(let from, let to):
            Message(
                zh: "保证金现为“\(ExchangeText.deposit(from).zh)”，不能变为“\(ExchangeText.deposit(to).zh)”。",
                en:
                    "The deposit is “\(ExchangeText.deposit(from).en)” and cannot become “\(ExchangeText.deposit(to).en)”."
            )
        case .depositTooSmall(let due):
            Message(
                zh: "保证金不足，应为 \(ExchangeText.yuan(due)) 元。",
                en: "The deposit is too small; \(ExchangeText.yuan(due)) yuan are due.")
        case .depositMissing:
            Message(
                zh: "本人账户的保证金尚未到账。",
                en: "No deposit from the bidder's own account has arrived.")
        case .biddersThere:
            Message(
                zh: "已有人报名，权利人不能自行撤牌。",
                en: "Somebody has registered; the seller can no longer withdraw.")
        case .relistingsUsedUp(let cycles):
            Message(
                zh: "同一条件已延牌 \(cycles) 次，须变更条件或撤牌。",
                en: "The lot was relisted \(cycles) times on these terms; change them or withdraw.")
        case .deadlineNotPassed(let at):
            Message(
                zh: "签约期限到 \(Format(.chinese).instant(at)) 才届满。",
                en: "The time for signing runs until \(Format(.english).instant(at)).")
        case .belowStart(let start):
            Message(
                zh: "协议价不得低于起始价 \(ExchangeText.yuan(start)) 元。",
                en: "The agreed price may not be below the start of \(ExchangeText.yuan(start)) yuan.")
        case .replayLine(let line):
            Message(
                zh: "文件第 \(line) 行无法识别，应为十列。",
                en: "Line \(line) cannot be read; ten columns are expected.")
        case .guideRowsWrong:
            Message(
                zh: "指导价须每格一行，且下限不高于中位、中位不高于上限。",
                en: "One row a cell, and floor ≤ middle ≤ high.")
        case .belowFloor(let floor):
            Message(
                zh: "起始价低于指导价下限 \(ExchangeText.yuan(floor)) 元；集体资产须另有说明、专项决议和乡镇同意。",
                en:
                    "The start is below the guide price's floor of \(ExchangeText.yuan(floor)) yuan; a collective lot needs a reason, a resolution and the township's sign-off."
            )
        case .noForfeiture:
            Message(
                zh: "没有待办理的不予退还提议，或答辩期已过。",
                en: "No forfeiture is proposed, or the time for the reply is over.")
        case .cutTooDeep(let least):
            Message(
                zh: "降价幅度超过规定，起始价不得低于 \(ExchangeText.yuan(least)) 元。",
                en: "The cut is too deep; the start may not fall below \(ExchangeText.yuan(least)) yuan.")
        case .checklistIncomplete(let missing):
            Message(
                zh: "缺少材料：\(missing.map { ExchangeText.material($0).zh }.joined(separator: "、"))。",
                en: "Papers are missing: \(missing.map { ExchangeText.material($0).en }.joined(separator: "; ")).")
        case .digestWrong:
            Message(
                zh: "摘要应为 64 位小写十六进制（SHA-256）。",
                en: "The digest must be 64 lower-case hexadecimal digits (SHA-256).")
        case .fileDigestWrong(let papers):
            Message(
                zh: "摘要与系统生成的归档材料不一致（系统：\(papers)）。",
                en: "The digest is not that of the papers the house has (it has \(papers)).")
        case .beyondTotal(let left):
            Message(
                zh: "超过合同应付的余额 \(ExchangeText.yuan(left)) 元。",
                en: "More than the contract still owes: \(ExchangeText.yuan(left)) yuan.")
        case .extensionUsedUp:
            Message(
                zh: "延期次数已用完，或期限已过。",
                en: "There is no further extension.")
        case .barTermMissing:
            Message(
                zh: "请填写今天以后的截止日期。",
                en: "Give a last day after today.")
        case .notBarred:
            Message(
                zh: "该当事人不在限制名单内。",
                en: "The party is not barred.")
        case .relistFirst:
            Message(
                zh: "县级标的只有一家报名的，须先延牌一次。",
                en: "A county lot with one bidder is offered once more before it is agreed.")
        case .causeNotListed:
            Message(
                zh: "该情形不适用于此项办理。",
                en: "This cause is not listed for this act.")
        case .membersOnly:
            Message(
                zh: "本标的只面向本集体成员。",
                en: "Only members of the collective may register for this lot.")
        case .bankColumns:
            Message(
                zh: "文件首行须有：流水号、日期、金额、付款户名、付款账号、附言。",
                en: "The first line must name: reference, date, amount, payer_name, payer_account, remark.")
        case .bankRow(let line, let column):
            Message(
                zh: "第 \(line) 行的“\(column)”不正确。",
                en: "Line \(line): “\(column)” is wrong.")
        case .bankUnmatched(let line):
            Message(
                zh: "第 \(line) 行的附言对不上任何待缴保证金的报名。",
                en: "Line \(line): the remark names no registration that waits for its deposit.")
        case .bankTwice(let line):
            Message(
                zh: "第 \(line) 行与前面的行重复。",
                en: "Line \(line) repeats an earlier one.")
        }
    }

    package var next: Message {
        switch self {
        case .lotExists:
            Message(zh: "请换一个编号。", en: "Choose another.")
        case .assetUnknown:
            Message(zh: "请先在台账登记。", en: "Register it first.")
        case .lotUnknown, .noForfeiture, .notAnOpenAuction, .objectionUnknown, .winnerUnknown, .bidderUnknown,
            .depositStep:
            Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again.")
        case .wrongState:
            Message(zh: "请在标的页面查看现在可以办理的事项。", en: "See on the lot's page what can be done now.")
        case .assetNotFree:
            Message(zh: "请先在资产台账解除占用、争议或等合同到期。", en: "Clear it in the register first, or wait for the contract to end.")
        case .notTheOwner:
            Message(zh: "请由台账登记的权利人申请。", en: "Let the owner on the card apply.")
        case .termMissing, .guideRowsWrong, .replayLine, .scoresWrong, .seedWrong, .priceNotPositive, .areaBeyondCard,
            .planWrong,
            .portionsWrong, .reasonsMissing,
            .noticeTooShort, .noticeTimes, .amountNotPositive:
            Message(zh: "请改正后重新提交。", en: "Correct it and send it again.")
        case .leaseTooLong, .beyondRight, .cutTooDeep, .belowFloor, .wasteTooLong:
            Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows.")
        case .modeNotForCategory:
            Message(zh: "请选择适用的交易方式。", en: "Choose a mode that fits.")
        case .resolutionMissing, .resolutionOfAnother, .majorityMissed:
            Message(zh: "请按“四议两公开”程序作出决议并登记后再提交。", en: "Pass and record the resolution, then submit.")
        case .sameEyes:
            Message(zh: "请由另一位同事办理。", en: "Ask another colleague.")
        case .notAdmitted, .noPriority, .barred:
            Message(zh: "请联系乡镇交易站。", en: "Ask the township station.")
        case .bidTooLate, .waitsForPeople, .offerChangedAlready, .alreadyRegistered, .conflicted:
            Message(zh: "无需再操作。", en: "Nothing more to do.")
        case .bidNotBeyond, .bidOffStep, .belowStart:
            Message(zh: "请按页面所示的最低有效报价重新出价。", en: "Bid again; the page shows the next valid price.")
        case .slipMissing:
            Message(zh: "请上传签字单据后再办理。", en: "Record the signed slip first.")
        case .notYetDue, .deadlineNotPassed:
            Message(zh: "请在该时间之后办理。", en: "Come back after that time.")
        case .objectionTooLate:
            Message(zh: "可以申请调解、仲裁或者起诉。", en: "Mediation, arbitration and the court remain open.")
        case .objectionsOpen:
            Message(zh: "请先答复异议。", en: "Answer them first.")
        case .firstPaymentShort, .depositTooSmall, .depositMissing:
            Message(zh: "请按公告金额从本人账户付款。", en: "Pay the amount in the notice from your own account.")
        case .registrationClosed:
            Message(zh: "请查看公告的报名时间。", en: "See the notice for the dates.")
        case .partyUnknown:
            Message(zh: "请先在交易站登记身份。", en: "Register at the station first.")
        case .accountShared:
            Message(zh: "请使用本人账户。", en: "Use an account of your own.")
        case .biddersThere:
            Message(zh: "如有法定原因，请由中心终止交易。", en: "For a legal cause the centre may terminate the trade.")
        case .relistingsUsedUp:
            Message(zh: "请变更条件并重新决议，或自然撤牌。", en: "Change the terms with a new resolution, or withdraw.")
        case .checklistIncomplete: Message(zh: "请补齐后重新办理。", en: "Attach them, then try again.")
        case .digestWrong: Message(zh: "请改正后重新提交。", en: "Correct it and send it again.")
        case .fileDigestWrong:
            Message(zh: "请重新下载归档材料核对后再归档。", en: "Download the pack again, compare, then close the file.")
        case .beyondTotal: Message(zh: "请核对金额和账上记录。", en: "Check the amount against the books.")
        case .extensionUsedUp: Message(zh: "请恢复、终止或登记违约。", en: "Resume, terminate, or record a breach.")
        case .barTermMissing: Message(zh: "请改正后重新提交。", en: "Correct it and send it again.")
        case .notBarred: Message(zh: "无需再操作。", en: "Nothing more to do.")
        case .relistFirst: Message(zh: "请先延牌。", en: "Relist it first.")
        case .causeNotListed: Message(zh: "请选择适用的情形。", en: "Choose a listed cause.")
        case .membersOnly: Message(zh: "请联系乡镇交易站。", en: "Ask the township station.")
        case .bankColumns: Message(zh: "请改正后重新提交。", en: "Correct it and send it again.")
        case .bankRow: Message(zh: "请改正后重新提交。", en: "Correct it and send it again.")
        case .bankUnmatched: Message(zh: "请核对附言中的报名编号。", en: "Check the registration in the remark.")
        case .bankTwice: Message(zh: "请删除重复的行。", en: "Take the repeated line out.")
        }
    }

    package var basis: LegalBasis? {
        switch self {
        case .leaseTooLong:
            LegalBasis(
                Message(
                    zh: "《民法典》第七百零五条（2021年以前为《合同法》第二百一十四条）",
                    en: "Civil Code, art. 705 (before 2021: Contract Law, art. 214)"), source: "S1")
        case .beyondRight:
            LegalBasis(Message(zh: "《农村土地承包法》第三十八条", en: "Rural Land Contracting Law, art. 38"), source: "S1")
        case .wasteTooLong:
            LegalBasis(
                Message(zh: "四荒资源开发管理规定（县级参数）", en: "Rules on the four wastes (county parameter)"), source: "S1-JN")
        case .resolutionMissing:
            LegalBasis(
                Message(zh: "《农村集体经济组织法》第二十六条", en: "Rural Collective Economic Organisation Law, art. 26"), source: "S1"
            )
        case .majorityMissed:
            LegalBasis(
                Message(zh: "《农村集体经济组织法》第二十七条", en: "Rural Collective Economic Organisation Law, art. 27"), source: "S1"
            )
        case .objectionTooLate:
            LegalBasis(
                Message(zh: "《农村土地承包经营纠纷调解仲裁法》", en: "Rural Land Contract Mediation and Arbitration Law"), source: "S1")
        case .checklistIncomplete:
            LegalBasis(Message(zh: "申请材料清单（县级参数表）", en: "List of papers (county table)"), source: "S10")
        case .conflicted, .accountShared:
            LegalBasis(Message(zh: "《招标投标法实施条例》第四十条", en: "Regulation on the Tender Law, art. 40"), source: "S1")
        default: nil
        }
    }
}
