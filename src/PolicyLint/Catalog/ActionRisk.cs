namespace PolicyLint.Catalog;

/// <summary>
/// What a SageMaker action can really be used for when its access level does not tell. AWS marks no SageMaker action as
/// permissions management, and some that only "read" hand out data or credentials; this is PolicyLint's own, hand-made
/// judgement (<c>eng/catalog/overlay/risks.jsonl</c> gives the reason and the source of each).
/// </summary>
public enum ActionRisk
{
    /// <summary>No more than its access level says, or not judged.</summary>
    None,

    /// <summary>Returns a URL that opens a user's Studio, a notebook, an application or stored objects to whoever holds it.</summary>
    PresignedUrl,

    /// <summary>Opens a shell or an application session, or authenticates with a bearer token.</summary>
    Session,

    /// <summary>Sets code that later runs as root or as an execution role.</summary>
    CodeExecution,

    /// <summary>Hands out data: records, inferences, or a search over everything.</summary>
    DataAccess,

    /// <summary>Swaps the execution role of something that others use.</summary>
    RoleSwap,

    /// <summary>Writes a resource policy: permissions management in all but name.</summary>
    ResourcePolicy,

    /// <summary>Changes tags that access may be decided on.</summary>
    TagControl,

    /// <summary>Approves model versions for deployment.</summary>
    ModelApproval,

    /// <summary>Commits to a payment up front.</summary>
    Purchase,

    /// <summary>Opens features or launch roles for the whole account.</summary>
    Administration,
}
