extension KernelRejection {
    package var text: Message {
        switch self {
        case .malformedJSON(let position):
            Message(zh: "内容不是有效的 JSON（第 \(position) 个字节处）。", en: "This is not valid JSON (at byte \(position)).")
        case .duplicateKey(let name):
            Message(zh: "“\(name)”出现了两次。", en: "“\(name)” appears twice.")
        case .tooDeep(let limit):
            Message(zh: "内容嵌套超过 \(limit) 层。", en: "The content is nested more than \(limit) levels deep.")
        case .notAnInteger(let position):
            Message(
                zh: "数字必须是整数：金额以分、面积以 0.0001 亩为单位（第 \(position) 个字节处）。",
                en: "Numbers must be integers: money in fen, area in 0.0001 mu (at byte \(position)).")
        case .notAnObject: Message(zh: "这里应是一个 JSON 对象。", en: "A JSON object is expected here.")
        case .missing: Message(zh: "此项必填。", en: "This field is required.")
        case .wrongType(_, let expected):
            Message(zh: "此项应填\(expected.text.zh)。", en: "This takes \(expected.text.en).")
        case .outOfRange(_, let lowest, let highest):
            Message(zh: "此项应在 \(lowest) 与 \(highest) 之间。", en: "This must lie between \(lowest) and \(highest).")
        case .tooLong(_, let limit): Message(zh: "此项最多 \(limit) 个字。", en: "At most \(limit) characters.")
        case .unknownField: Message(zh: "没有这一项。", en: "There is no such field.")
        case .notAChoice(_, let choices):
            Message(
                zh: "只能选择：\(choices.joined(separator: "、"))。", en: "Choose one of: \(choices.joined(separator: ", ")).")
        case .badIdentifier:
            Message(
                zh: "编号只能用字母、数字、点、下划线和连字符，最多 64 位。",
                en: "An identifier has letters, digits, dot, underscore and hyphen only, at most 64.")
        case .madeName:
            Message(
                zh: "这样的编号由系统自己编，不能自取。",
                en: "Names of this form are made by the program and cannot be chosen.")
        case .badDate: Message(zh: "日期不存在或写法不对，应如 2026-03-01。", en: "No such date; write it as 2026-03-01.")
        case .badInstant:
            Message(zh: "时间写法不对，应如 2026-03-01T09:30:00+08:00。", en: "Write the time as 2026-03-01T09:30:00+08:00.")
        case .badMoney: Message(zh: "金额写法不对，应如 1200.50（元）。", en: "Write the amount as 1200.50 (yuan).")
        case .badArea:
            Message(zh: "面积写法不对，应如 20.5（亩，最多四位小数）。", en: "Write the area as 20.5 (mu, at most four decimals).")
        case .controlCharacter:
            Message(
                zh: "此项含有控制字符，或有未能正确解码的字（�）。",
                en: "This contains control characters, or characters that were not decoded rightly (U+FFFD).")
        case .nameWithoutLetters:
            Message(zh: "名称里没有看得见的字。", en: "The name has no letter or figure that a reader can see.")
        case .identityNumberInText:
            Message(
                zh: "这一项会公开，里面不能写身份证号码。",
                en: "This is public for good: no identity number may stand in it.")
        case .badPhone:
            Message(
                zh: "电话号码不对，应如 13800000000 或 0355-1234567。",
                en: "Write the telephone number as 13800000000 or 0355-1234567.")
        case .instantOutOfRange:
            Message(
                zh: "时间应在 1900 年至 2199 年之间；数字以毫秒为单位。",
                en: "The time must lie in the years 1900 to 2199; as a number it counts milliseconds.")
        case .dateOutOfRange:
            Message(zh: "日期应在 1900 年至 2199 年之间。", en: "The date must lie in the years 1900 to 2199.")
        case .calendarDay(let date, let year):
            Message(
                zh: "\(date) 不能列入 \(year) 年的放假安排：不在该年，或重复，或把工作日写成了补班。",
                en:
                    "\(date) cannot stand in the list of \(year): it is of another year, stands twice, or makes up on a weekday."
            )
        case .calendarIncomplete(let date, let year):
            Message(
                zh: "\(year) 年的放假安排不完整：缺少法定节假日 \(date)。",
                en: "The list of \(year) is not complete: it lacks the holiday of \(date), which the law names.")
        case .tableEmpty, .tableEncoding, .tableHeading, .tableRows, .tableCells, .tableBothSides: tableText
        case .twoReadings(_, let text, let first, let second):
            Message(
                zh: "“\(text)”有两种读法：\(first) 或 \(second)。逗号只能按每三位分隔整数。",
                en:
                    "“\(text)” can be read in two ways, as \(first) or as \(second): a comma may only part groups of three."
            )
        case .unknownYear(let year):
            Message(
                zh: "\(year) 年的放假和调休安排尚未公布，无法计算工作日。",
                en: "Holidays of \(year) are not announced yet, so working days cannot be counted.")
        case .badDivisionCode(let code): Message(zh: "行政区划代码“\(code)”不对。", en: "“\(code)” is not a division code.")
        case .badCreditCode:
            Message(zh: "统一社会信用代码不对（校验位不符）。", en: "Not a valid unified social credit code (check digit).")
        case .badIdentityNumber: Message(zh: "身份证号码不对（校验位不符）。", en: "Not a valid identity number (check digit).")
        case .tooLarge(let limit): Message(zh: "内容超过 \(limit) 字节。", en: "The content is larger than \(limit) bytes.")
        }
    }

    package var next: Message {
        switch self {
        case .identityNumberInText:
            Message(
                zh: "请删去号码，写姓氏或户名即可；号码只填在“身份证号码”一项里。",
                en: "Take it out and name the household; the number belongs in the field for identity numbers alone.")
        case .unknownField: Message(zh: "请对照命令说明删去或改正此项。", en: "Check the command reference; remove or correct it.")
        case .unknownYear:
            Message(
                zh: "请等国务院通知公布后导入新日历，或选择已公布年份内的日期。",
                en: "Import the new calendar once it is announced, or choose a date in an announced year.")
        case .tooLarge: Message(zh: "请减小后再提交。", en: "Make it smaller and send it again.")
        case .badCreditCode, .badIdentityNumber, .badDivisionCode:
            Message(zh: "请对照证件原件重新录入。", en: "Check it against the original document and enter it again.")
        default: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written.")
        }
    }
}

extension KernelRejection.Expected {
    /// What stands behind “此项应填” and “This takes”.
    var text: Message {
        switch self {
        case .text: Message(zh: "文字", en: "text")
        case .digits: Message(zh: "6 至 15 位数字的行政区划代码", en: "a division code of 6 to 15 digits")
        case .integer: Message(zh: "整数，如 3", en: "a whole number, such as 3")
        case .fen: Message(zh: "以分为单位的整数", en: "a whole number of fen")
        case .areaUnits: Message(zh: "以 0.0001 亩为单位的整数", en: "a whole number of 0.0001 mu")
        case .decimal: Message(zh: "数字，如 46.67", en: "a decimal number, such as 46.67")
        case .percent: Message(zh: "百分数，如 5%", en: "a percentage, such as 5 %")
        case .kilograms: Message(zh: "公斤数，如 400 或 12.5", en: "kilograms, such as 400 or 12.5")
        case .coordinates:
            Message(zh: "经度和纬度，如 113.2289, 36.3342", en: "longitude and latitude, such as 113.2289, 36.3342")
        case .yesOrNo: Message(zh: "“是”或“否”", en: "yes or no")
        case .list(let most):
            most.map { Message(zh: "一列值，最多 \($0) 个", en: "a list of at most \($0)") }
                ?? Message(zh: "一列值", en: "a list")
        case .object: Message(zh: "一个 JSON 对象", en: "a JSON object")
        }
    }
}
