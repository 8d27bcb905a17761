using System.Collections.Immutable;

namespace PolicyLint.Rules.Personas;

/// <summary>The personas, from the one that may do least to the one that may do most.</summary>
public static class BuiltInPersonas
{
    /// <summary>Reads one project.</summary>
    public static Persona DataScientist { get; } = new(
        "data-scientist",
        "A data scientist who looks at the jobs, models and endpoints of a project, their logs and metrics",
        "Search, which shows what Describe is denied on; records of feature stores and answers of endpoints, which are data though their level is Read; scripts of lifecycle configurations");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Persona> All { get; } =
    [
        DataScientist,
        new("endpoint-invoker", "An application that asks one endpoint", "Everything else. Where the application runs in a VPC, add a condition on `aws:SourceVpce`"),
        new("feature-store-user", "Somebody who reads and writes the features of a project, and asks Athena for the offline store", "Making and deleting feature groups"),
        new("model-approver", "Somebody who approves or rejects the model versions of a project", "Making model versions: who makes one does not approve it"),
        new("trainer", "Somebody who trains, tunes and processes for a project, in its VPC, encrypted, with one role", "Jobs outside the VPC or without the key; tags on anything but new jobs; AutoML and transform jobs, which know other conditions"),
        new("training-role", "The execution role of the training jobs of a project", "Writing to where data and code are read from; keys for anything but S3 and volumes of SageMaker"),
        new("training-role-trust", "The trust policy of an execution role", "Other services, and SageMaker on behalf of other accounts", PolicyType.Trust),
        new("studio-user", "A Studio user with spaces of their own", "Other users' profiles and spaces, shared spaces, and remote IDEs. Where login is from a VPC only, add a condition on `aws:SourceVpce`"),
        new("mlops-deployer", "A pipeline that deploys approved models of a project to endpoints", "Making and approving model versions, and invoking what it deploys"),
        new("admin", "Somebody who administers a domain, its user profiles, and images", "Data, invoking, opening what users work in, and scripts that run as root in others' notebooks: those are a duty of their own"),
    ];

    /// <summary>A persona by its name, in any case; null where there is none.</summary>
    public static Persona? Find(string name) => All.FirstOrDefault(persona => persona.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
