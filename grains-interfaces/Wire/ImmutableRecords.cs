using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

// Records of the market never change, so a call within a silo hands over the same object. Structs need no
// word of this: Orleans sees that their fields are values and texts.
[RegisterCopier]
internal sealed class ListingViewCopier : ShallowCopier<ListingView>;

[RegisterCopier]
internal sealed class StoreViewCopier : ShallowCopier<StoreView>;

[RegisterCopier]
internal sealed class OrderViewCopier : ShallowCopier<OrderView>;

[RegisterCopier]
internal sealed class PolicyTimelineCopier : ShallowCopier<PolicyTimeline>;

[RegisterCopier]
internal sealed class SwitchFlipCopier : ShallowCopier<SwitchFlip>;

[RegisterCopier]
internal sealed class AuditCheckCopier : ShallowCopier<AuditCheck>;

[RegisterCopier]
internal sealed class AuditReportCopier : ShallowCopier<AuditReport>;
