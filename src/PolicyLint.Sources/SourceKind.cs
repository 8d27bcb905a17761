namespace PolicyLint.Sources;

/// <summary>What a file is, told by its content.</summary>
public enum SourceKind
{
    /// <summary>Nothing that policies are looked for in.</summary>
    Other,

    /// <summary>An IAM policy document itself.</summary>
    Policy,

    /// <summary>A CloudFormation or SAM template, in YAML or JSON.</summary>
    CloudFormation,

    /// <summary>What <c>terraform show -json</c> writes of a plan or a state.</summary>
    Terraform,

    /// <summary>What <c>pulumi preview --json</c> or <c>pulumi stack export</c> writes.</summary>
    Pulumi,

    /// <summary>What <c>aws iam get-account-authorization-details</c> writes.</summary>
    AccountDump,
}
