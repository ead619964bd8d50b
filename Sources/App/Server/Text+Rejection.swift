package import Kernel

extension ServerRejection {
    package var text: Message {
        switch self {
        case .notFound: Message(zh: "没有这个地址。", en: "There is no such address.")
        case .methodNotAllowed(let allowed):
            Message(zh: "这个地址只接受：\(allowed)。", en: "This address only takes: \(allowed).")
        case .badPath: Message(zh: "地址的写法不对。", en: "This address is malformed.")
        case .notSignedIn: Message(zh: "需要先登录。", en: "You need to sign in first.")
        case .notAllowed: Message(zh: "您的岗位不能看这一页。", en: "Your office may not see this page.")
        case .foreignForm:
            Message(zh: "表单已过期，或不是从本站页面提交的。", en: "The form has expired or did not come from a page of this site.")
        case .foreignSite: Message(zh: "请求来自别的网站，已拒绝。", en: "The request came from another site and was refused.")
        case .bodyTooLarge(let limit):
            Message(zh: "内容超过 \(limit) 字节。", en: "The content is larger than \(limit) bytes.")
        case .bodyTooSlow(let seconds):
            Message(zh: "内容在 \(seconds) 秒内没有传完。", en: "The content did not arrive within \(seconds) seconds.")
        case .wrongContentType(let expected):
            Message(zh: "内容类型应为 \(expected)。", en: "The content type must be \(expected).")
        case .badHeader: Message(zh: "请求头不对，无法读取。", en: "The request's head could not be read.")
        case .headersTooLarge: Message(zh: "请求头太大。", en: "The request's head is too large.")
        case .tooMany(let seconds):
            Message(zh: "操作太频繁，请 \(seconds) 秒后再试。", en: "Too often; try again in \(seconds) seconds.")
        case .outcomeUnknown:
            Message(zh: "暂时不能确定是否已写入。", en: "It is not certain yet whether this was written.")
        case .fault: Message(zh: "系统出错了，这不是您的问题。", en: "The program failed; this is not your fault.")
        case .mustEnrol: Message(zh: "请先启用手机验证器。", en: "Set up your authenticator app first.")
        case .mustChooseOffice: Message(zh: "请先选择本次办事的岗位。", en: "Choose the office you act for first.")
        case .tooManyStreams(let limit):
            Message(zh: "同时打开的实时页面超过 \(limit) 个。", en: "More than \(limit) live pages are open at once.")
        case .badForm: Message(zh: "表单内容不完整。", en: "The form is incomplete.")
        case .closing: Message(zh: "系统正在关闭。", en: "The program is closing down.")
        case .storeAway: Message(zh: "数据库暂时连不上。", en: "The store cannot be reached just now.")
        case .draftKept:
            Message(
                zh: "登录已过期，刚才填写的内容还没有提交。", en: "Your session had ended, and what you typed was not sent yet.")
        case .badBody:
            Message(
                zh: "内容没有按 HTTP 的写法分段，无法读取。", en: "The content is not framed as HTTP wants it and could not be read.")
        case .badHost:
            Message(zh: "请求头里的主机名缺失、重复或写法不对。", en: "The Host of the request is missing, doubled or malformed.")
        case .uploadVersion:
            Message(zh: "上传只按 tus 1.0.0 接收。", en: "Uploads are taken by tus 1.0.0 alone.")
        case .uploadChecksum:
            Message(zh: "这一段的校验值不符，没有收下。", en: "This piece is not what its checksum says; it was not taken.")
        }
    }

    package var next: Message {
        switch self {
        case .notFound, .badPath: Message(zh: "请从首页进入。", en: "Start from the home page.")
        case .methodNotAllowed: Message(zh: "请对照接口说明改用其中一种方法。", en: "Use one of them; see the API description.")
        case .notSignedIn: Message(zh: "请登录后再来。", en: "Sign in and come back.")
        case .notAllowed:
            Message(zh: "请换有权的岗位登录，或找该岗位的人办理。", en: "Sign in for an office that may, or ask somebody who holds it.")
        case .foreignForm, .foreignSite, .badForm:
            Message(
                zh: "请回到原页面，刷新后重新填写；没有任何内容被写入。",
                en: "Go back, reload the page and fill it in again; nothing was written.")
        case .bodyTooLarge, .headersTooLarge:
            Message(zh: "请减小后再提交；没有任何内容被写入。", en: "Make it smaller and send it again; nothing was written.")
        case .bodyTooSlow:
            Message(zh: "请在网络好些时重试；没有任何内容被写入。", en: "Try again on a better connection; nothing was written.")
        case .wrongContentType, .badHeader, .badBody, .badHost:
            Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written.")
        case .tooMany: Message(zh: "请稍等；没有任何内容被写入。", en: "Please wait; nothing was written.")
        case .outcomeUnknown:
            Message(
                zh: "请原样再提交一次：系统会认出来，不会重复办理。", en: "Send exactly the same again: it is recognised and never done twice."
            )
        case .fault:
            Message(
                zh: "请过一会儿再试；仍不行请告诉管理员当时的时间。", en: "Try again later; if it persists tell the administrator the time.")
        case .mustEnrol: Message(zh: "请到“我的账号”按提示启用。", en: "Go to “My account” and follow the steps.")
        case .mustChooseOffice: Message(zh: "请到“选择岗位”。", en: "Go to “Choose an office”.")
        case .tooManyStreams: Message(zh: "请关闭一些页面。", en: "Close some of them.")
        case .uploadVersion:
            Message(zh: "请求头写上 Tus-Resumable: 1.0.0。", en: "Send the header Tus-Resumable: 1.0.0.")
        case .uploadChecksum: Message(zh: "请重传这一段。", en: "Send this piece again.")
        case .draftKept: Message(zh: "内容都在下面，请核对后再提交。", en: "It is all here: check it and send it again.")
        case .closing: Message(zh: "请过几分钟再来。", en: "Come back in a few minutes.")
        case .storeAway:
            Message(
                zh: "请过几秒再试；没有任何内容被写入，您的资料没有丢失。",
                en: "Try again in a few seconds; nothing was written, and nothing of yours is lost.")
        }
    }
}

extension SignInRejection {
    package var text: Message {
        switch self {
        case .busy: Message(zh: "此刻登录的人太多。", en: "Too many people are signing in just now.")
        case .wrongCredentials: Message(zh: "用户名、口令或动态码不对。", en: "Name, password or code is wrong.")
        case .wrongCode: Message(zh: "验证码不对，或已过期、已用过。", en: "The code is wrong, too old or already used.")
        case .badPhone: Message(zh: "手机号不对，应是 11 位数字。", en: "Not a mobile number: it has eleven digits.")
        case .notSent: Message(zh: "验证码没有发出去。", en: "The code could not be sent.")
        case .weakPassword: Message(zh: "口令应有 10 到 128 个字。", en: "A password has 10 to 128 characters.")
        case .nameTaken: Message(zh: "这个用户名已有人使用。", en: "This name is taken.")
        case .phoneTaken: Message(zh: "这个手机号已登记在别人名下。", en: "This number is registered to somebody else.")
        case .notYourOffice: Message(zh: "这个岗位不在您名下。", en: "This office is not yours.")
        case .unknownPerson: Message(zh: "没有这个竞买人或村民账号。", en: "There is no such bidder or villager.")
        case .nothingToConfirm: Message(zh: "没有待启用的密钥。", en: "There is no key waiting to be confirmed.")
        case .officeClosed: Message(zh: "您的岗位已停用或已换人。", en: "Your office is closed or has passed to somebody else.")
        case .deskUnknown: Message(zh: "没有这个工作岗位，或已停用。", en: "There is no open desk of that name.")
        case .hasAccount: Message(zh: "这个岗位上的人已有账号。", en: "Whoever holds this desk has an account already.")
        case .phoneNotProved:
            Message(zh: "还没有验证手机号，或验证已过半小时。", en: "No phone was proved, or half an hour ago.")
        case .noSender: Message(zh: "本站没有开通短信验证码。", en: "Codes by phone are not set up here.")
        case .needsAnother:
            Message(
                zh: "本人已登记另一个手机号；更换要由另一位经办人确认，或填写发到原号码的验证码。",
                en:
                    "Another number is registered; changing it takes a second person at the counter, or the code sent to the old phone."
            )
        case .commonPassword: Message(zh: "这个口令太常见，很容易被猜到。", en: "This password is one of those everybody tries.")
        }
    }

    package var next: Message {
        switch self {
        case .busy: Message(zh: "请过几秒再试。", en: "Try again in a few seconds.")
        case .wrongCredentials:
            Message(zh: "请核对后重试；忘记口令请找管理员。", en: "Check and try again; if you forgot it, ask the administrator.")
        case .wrongCode: Message(zh: "请核对后重试，或重新获取。", en: "Check and try again, or get a new one.")
        case .badPhone: Message(zh: "请改正号码。", en: "Correct the number.")
        case .notSent: Message(zh: "请过一会儿再试，或到交易站办理。", en: "Try again later, or go to the station.")
        case .phoneNotProved: Message(zh: "请重新获取验证码。", en: "Ask for a code again.")
        case .noSender:
            Message(zh: "请到村里或交易站开一张登录单。", en: "Ask the village office or the station for a sign-in slip.")
        case .needsAnother:
            Message(zh: "请另一位经办人在“更换手机号”里确认。", en: "Have somebody else confirm it under “Changes of phone”.")
        case .commonPassword: Message(zh: "请换一句只有您自己想得到的话。", en: "Choose a sentence only you would think of.")
        case .weakPassword: Message(zh: "请换一个长些的，可以是一句话。", en: "Choose a longer one; a sentence is good.")
        case .nameTaken: Message(zh: "请换一个用户名。", en: "Choose another name.")
        case .phoneTaken:
            Message(zh: "请核对号码，或由原登记人先更换。", en: "Check the number, or have the other person change theirs first.")
        case .notYourOffice: Message(zh: "请选择自己名下的岗位。", en: "Choose one of your own.")
        case .unknownPerson: Message(zh: "请先登记，再开登录单。", en: "Register them first.")
        case .nothingToConfirm: Message(zh: "请刷新页面重新开始。", en: "Reload the page and start again.")
        case .officeClosed: Message(zh: "请找管理员核对岗位登记。", en: "Ask the administrator to check the register of offices.")
        case .deskUnknown:
            Message(zh: "请先登记岗位；竞买人和村民请开登录单。", en: "Open the desk first; bidders and villagers get a slip.")
        case .hasAccount:
            Message(
                zh: "忘记口令的，由运维人员在服务器上用 qianmo account 重置。",
                en: "For a lost password, whoever runs the machine sets a new one with qianmo account.")
        }
    }
}
