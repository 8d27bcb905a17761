namespace PolicyLint.Catalog;

/// <summary>
/// What kind of access an action gives, as AWS classifies it. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">access levels</see>.
/// </summary>
public enum AccessLevel
{
    /// <summary>Sees that resources exist, and their names.</summary>
    List,

    /// <summary>Reads the content and attributes of resources.</summary>
    Read,

    /// <summary>Creates, changes or deletes resources.</summary>
    Write,

    /// <summary>Grants or changes permissions on resources. AWS counts it as Write too.</summary>
    PermissionsManagement,

    /// <summary>Changes only the tags of resources. AWS counts it as Write too.</summary>
    Tagging,
}
