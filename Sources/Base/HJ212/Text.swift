package import Kernel

/// What a person reads about frames.
package enum HJ212Text {
    package static func fault(_ fault: FrameFault) -> Message {
        switch fault {
        case .noMark: Message(zh: "不以 ## 开头。", en: "The frame does not begin with ##.")
        case .lengthNotFigures:
            Message(zh: "## 后面不是四位数字的长度。", en: "Behind ## stand no four figures of a length.")
        case .lengthZero: Message(zh: "长度写的是 0。", en: "The declared length is 0.")
        case .lengthOverLimit(let declared, let limit):
            Message(
                zh: "数据段 \(declared) 字节，超过该站点允许的 \(limit) 字节。",
                en: "The segment of \(declared) bytes is longer than the \(limit) this station may send.")
        case .lengthWrong(let declared, let actual):
            Message(
                zh: "长度写的是 \(declared)，" + (actual.map { "实际是 \($0)。" } ?? "那里没有校验码。"),
                en: "The declared length is \(declared), "
                    + (actual.map { "the true one \($0)." } ?? "and no checksum stands there."))
        case .checksumWrong(let declared, let computed, let fits):
            Message(
                zh: "校验码写的是 \(declared.isEmpty ? "（无）" : declared)，算出来是 \(computed)。"
                    + (fits.map { "符合的是 \($0.rawValue) 算法：站点登记由人改，不自动换。" } ?? ""),
                en: "The checksum says \(declared.isEmpty ? "nothing" : declared), computed is \(computed)."
                    + (fits.map { " It fits dialect \($0.rawValue): a person may register the station so." } ?? ""))
        case .noBody:
            Message(zh: "数据段里没有 CP=&&…&&。", en: "The segment has no CP=&& … &&.")
        case .undecipherable: Message(zh: "不能解密。", en: "The body cannot be deciphered.")
        }
    }

    package static func number(_ fault: NumberFault) -> Message {
        switch fault {
        case .empty: Message(zh: "空的", en: "empty")
        case .notANumber: Message(zh: "不是数字", en: "not a number")
        case .groupMark: Message(zh: "带逗号，分不清千分位还是小数点", en: "a comma: thousands or decimals, nobody can tell")
        case .twoPoints:
            Message(
                zh: "有两个点：这一列的点是千分位，整列不收",
                en: "two points: in this column points part thousands, so the whole column is refused")
        case .tooLarge: Message(zh: "数太大", en: "too large")
        }
    }

    /// One oddity.
    package static func oddity(_ odd: FrameOddities) -> Message {
        words[odd.rawValue] ?? Message(zh: "其他", en: "other")
    }

    private static let words: [Int: Message] = [
        FrameOddities.noLineEnd.rawValue: Message(zh: "没有回车换行", en: "no CRLF"),
        FrameOddities.lineFeedOnly.rawValue: Message(zh: "只有换行", en: "LF only"),
        FrameOddities.lowerCaseChecksum.rawValue: Message(zh: "校验码小写", en: "lower-case CRC"),
        FrameOddities.shortLengthField.rawValue: Message(zh: "长度只有三位", en: "3-digit length"),
        FrameOddities.overStandardLength.rawValue: Message(zh: "超过 1024 字节", en: "over 1,024 bytes"),
        FrameOddities.otherDialect.rawValue: Message(zh: "校验算法另行登记", en: "dialect"),
        FrameOddities.enciphered.rawValue: Message(zh: "加密", en: "encrypted"),
        FrameOddities.noFlag.rawValue: Message(zh: "2005 版（没有 Flag）", en: "version 2005"),
        FrameOddities.noQN.rawValue: Message(zh: "没有 QN", en: "no QN"),
        FrameOddities.qnInBody.rawValue: Message(zh: "QN 写在 CP 里", en: "QN inside CP"),
        FrameOddities.untidyHeader.rawValue: Message(zh: "段头不整齐", en: "untidy header"),
        FrameOddities.unknownVersion.rawValue: Message(zh: "Flag 的版本位无此版本", en: "Flag of no known version"),
        FrameOddities.longDataTime.rawValue: Message(
            zh: "DataTime 有 17 位，毫秒舍去", en: "DataTime of 17 digits, milliseconds cut"),
        FrameOddities.badDataTime.rawValue: Message(zh: "DataTime 不是时间", en: "DataTime is no time"),
        FrameOddities.unusualMN.rawValue: Message(zh: "MN 不是 24 位 0-9A-F", en: "MN is not 24 of 0-9A-F"),
        FrameOddities.sentAgain.rawValue: Message(zh: "补传 RF=1", en: "sent again, RF=1"),
        FrameOddities.unknownKind.rawValue: Message(zh: "ST 或 CN 不在表里", en: "ST or CN not in the tables"),
        FrameOddities.badQN.rawValue: Message(zh: "QN 不是 17 位时间", en: "QN is no time of 17 digits"),
        FrameOddities.lowerCaseMark.rawValue: Message(zh: "标记小写", en: "lower-case mark"),
        FrameOddities.oldSample.rawValue: Message(
            zh: "采样时间早于数据时间半小时以上（间歇分析仪）", en: "sampled more than half an hour before DataTime (batch analyser)"),
        FrameOddities.badNumber.rawValue: Message(zh: "有不是数字的值", en: "a value is no number"),
        FrameOddities.flagAfterBody.rawValue: Message(zh: "Flag 写在 CP 后面", en: "Flag behind CP"),
    ]

    package static func dialect(_ dialect: ChecksumDialect) -> Message {
        Message(zh: "校验算法 \(dialect.rawValue)", en: "dialect \(dialect.rawValue)")
    }

    package static func junk(_ count: Int) -> Message {
        Message(zh: "无关字节 \(count) 个", en: "junk \(count) bytes")
    }

    package static func incomplete(_ count: Int) -> Message {
        Message(zh: "不完整的 \(count) 字节，丢弃", en: "incomplete \(count) bytes dropped")
    }

    package static func finding(_ finding: RepeatMemory.Finding) -> Message {
        switch finding {
        case .new: Message(zh: "新", en: "new")
        case .duplicate: Message(zh: "重复：再答一次，只存一次", en: "duplicate: answered again, stored once")
        case .sentAgain: Message(zh: "补传：值与先前相同", en: "sent again: the values are those that were there")
        case .conflictOfExchange:
            Message(zh: "同一 QN 内容不同：留作证据，不计", en: "the same QN with other bytes: kept as evidence, not counted")
        case .conflictOfValues(let names):
            Message(
                zh: "同一时间的值不同（\(names.joined(separator: ", "))）：先到的算，待人裁定",
                en:
                    "other values for the same time (\(names.joined(separator: ", "))): the first count until a person decides"
            )
        }
    }

    package static func mark(_ mark: Mark) -> Message {
        switch mark {
        case .normal: Message(zh: "正常", en: "normal")
        case .stopped: Message(zh: "停运", en: "stopped")
        case .maintenance: Message(zh: "维护", en: "maintenance")
        case .manual: Message(zh: "手工输入", en: "entered by hand")
        case .fault: Message(zh: "故障", en: "fault")
        case .calibrating: Message(zh: "校准", en: "calibrating")
        case .overRange: Message(zh: "超上限", en: "over range")
        case .linkFault: Message(zh: "通讯异常", en: "link fault")
        }
    }
}
