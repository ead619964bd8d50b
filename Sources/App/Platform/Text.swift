package import Kernel

extension PlatformRejection {
    package var text: Message {
        switch self {
        case .unknownCommand(let name): Message(zh: "没有“\(name)”这项操作。", en: "There is no command “\(name)”.")
        case .badKey: Message(zh: "提交编号应为 1 到 200 个字符。", en: "The key must have 1 to 200 characters.")
        case .queueFull: Message(zh: "此刻提交的人太多，没有受理。", en: "Too many are waiting just now; this was not taken.")
        case .keyReused(let key):
            Message(
                zh: "提交编号“\(key)”已用于另一项内容。", en: "The key “\(key)” was already used for something else.")
        case .roleMayNot(let command, let role):
            Message(
                zh: "\(role.label.zh)不能办理“\(command.zh)”。",
                en: "The role \(role.rawValue) may not give “\(command.en)”.")
        case .outsideDivision(let command):
            Message(
                zh: "“\(command.zh)”涉及的地方不在您负责的范围内。",
                en: "“\(command.en)” concerns a place outside the one you are responsible for.")
        case .notYours(let command):
            Message(
                zh: "“\(command.zh)”涉及的是别人的报名、号牌或答辩，不是您本人的。",
                en: "“\(command.en)” concerns somebody else’s registration, paddle or reply, not your own.")
        case .leafTooLarge(let limit):
            Message(zh: "内容太多，一条记录最多 \(limit) 字节。", en: "Too much for one record: at most \(limit) bytes.")
        case .fault:
            Message(zh: "系统出错，没有写入任何内容。", en: "The program failed at this; nothing was written.")
        case .unknownOffice(let office):
            Message(zh: "没有“\(office)”这个岗位，或已停用。", en: "There is no office “\(office)”, or it is closed.")
        case .badScenarioLine(let line):
            Message(
                zh: "第 \(line) 行应有 at、by、do，可有 with、key。",
                en: "Line \(line) needs at, by and do; with and key are optional."
            )
        case .standingBy:
            Message(
                zh: "此刻由另一台服务器受理，本机只提供查询，没有受理。",
                en: "Another server takes commands just now; this one only shows. This was not taken.")
        case .olderThanSigned(let signed, let found):
            Message(
                zh: "数据库比已签名的日志旧：已签 \(signed) 条，只有 \(found) 条。可能恢复了旧备份。",
                en: "The store is older than what was signed: \(signed) entries signed, \(found) found.")
        case .notWhatWasSigned(let size):
            Message(
                zh: "日志前 \(size) 条与已签名的不一致。", en: "The first \(size) entries are not those that were signed.")
        case .nothingGivenUp:
            Message(
                zh: "这份日志与已签名的一致，不需要新的时期。",
                en: "The log is all that was signed; there is nothing to begin anew.")
        case .clockDoubted(let doubt): doubt.text
        case .storeEmpty(let signed):
            Message(
                zh: "密钥已签过 \(signed) 条日志，这里的数据库却是空的；没有另起日志。",
                en: "The keys have signed \(signed) entries, but this store is empty; no second log was begun.")
        case .keysReadable(let path):
            Message(zh: "别人也能读取密钥：\(path)。", en: "Others can read this key: \(path).")
        case .dateTooFar(_, let date, let days):
            Message(
                zh: "日期 \(date) 离今天太远：这里只收 \(days.lowerBound) 至 \(days.upperBound) 的日期。",
                en:
                    "\(date) lies too far from today: dates from \(days.lowerBound) to \(days.upperBound) are taken here."
            )
        case .personErased:
            Message(zh: "此人的个人信息已经销毁，不能再记入新的。", en: "The person’s data were destroyed; nothing new is kept of them.")
        }
    }

    package var next: Message {
        switch self {
        case .unknownCommand:
            Message(zh: "请查看操作说明（docs/commands.md）。", en: "See the command reference (docs/commands.md).")
        case .badKey: Message(zh: "请换一个编号再提交。", en: "Choose another key and send it again.")
        case .queueFull: Message(zh: "请过几秒用同一编号再提交。", en: "Send it again with the same key in a few seconds.")
        case .keyReused:
            Message(zh: "如是新的操作，请用新的编号。", en: "If this is meant as a new command, use a new key.")
        case .roleMayNot:
            Message(zh: "请由有权的岗位办理；各岗位的权限见权限表。", en: "Ask somebody whose role may; see the access table.")
        case .outsideDivision:
            Message(zh: "请由当地的岗位办理。", en: "Ask the office responsible for that place.")
        case .notYours:
            Message(
                zh: "请由本人办理；本人不便时，请持签字单到当地服务站办理。",
                en: "The holder does it; or brings the signed slip to the station of the place.")
        case .leafTooLarge: Message(zh: "请分成几次提交。", en: "Split it into several.")
        case .fault:
            Message(
                zh: "请用同一编号再试；仍不行请告诉管理员。", en: "Try again with the same key; if it persists, tell the administrator."
            )
        case .unknownOffice:
            Message(zh: "请先由管理员开设岗位（registry.openOffice）。", en: "Have it opened first (registry.openOffice).")
        case .badScenarioLine: Message(zh: "请改正这一行。", en: "Correct this line.")
        case .standingBy:
            Message(zh: "请过几秒用同一编号再提交。", en: "Send it again with the same key in a few seconds.")
        case .olderThanSigned, .notWhatWasSigned:
            Message(
                zh: "请恢复最新的数据库；如已丢失，由负责人运行 qianmo epoch open --reason。",
                en: "Restore the newest store; if it is lost, whoever is responsible runs qianmo epoch open --reason.")
        case .nothingGivenUp: Message(zh: "照常启动即可。", en: "Start as usual.")
        case .clockDoubted:
            Message(
                zh: "请校正服务器时钟；如时钟无误，由管理员在“时钟”页面（/clock）确认，或以 --trust-clock 重新启动。",
                en:
                    "Set the server's clock right; if it is, the administrator says so on /clock, or it is started anew with --trust-clock."
            )
        case .storeEmpty:
            Message(
                zh: "请核对 --data、--database、--schema，或先从备份恢复数据库；确要另起日志，请用新的目录。",
                en: "Check --data, --database and --schema, or restore the store; for a new log use another folder.")
        case .keysReadable:
            Message(
                zh: "请运行 chmod 600（目录 700），并考虑更换密钥。", en: "Run chmod 600 (700 for the folder), and think of new keys.")
        case .dateTooFar:
            Message(zh: "请核对年份，改正后再提交。", en: "Check the year and send it again.")
        case .personErased:
            Message(zh: "此人再来办事，请重新登记当事人。", en: "Whoever comes back is registered anew, as another party.")
        }
    }
}
