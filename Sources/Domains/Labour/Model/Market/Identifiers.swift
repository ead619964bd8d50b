import EventLog
package import Kernel

package enum EmployerName {}
/// Somebody who hires. Also the name under which their own account signs in.
package typealias EmployerID = Identifier<EmployerName>
package enum WorkerName {}
/// Somebody who looks for work, by a name that tells nothing. Also the name under which their own account signs in.
package typealias WorkerID = Identifier<WorkerName>
package enum LabourOrderName {}
package typealias OrderID = Identifier<LabourOrderName>

package enum CrewName {}
/// People who go to work together or not at all.
package typealias CrewID = Identifier<CrewName>

extension DataSubject {
    init(ofWorker worker: WorkerID) { self.init(.worker, named: worker.text) }
    init(ofEmployer employer: EmployerID) { self.init(.employer, named: employer.text) }
}
