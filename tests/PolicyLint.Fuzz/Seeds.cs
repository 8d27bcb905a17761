namespace PolicyLint.Fuzz;

/// <summary>Documents to start from: each policy type, each form of each element, and things near JSON.</summary>
public static class Seeds
{
    public static IReadOnlyList<string> Documents { get; } =
    [
        """
        {"Version":"2012-10-17","Id":"set","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],
          "Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/${aws:username}/*"],"Condition":{"StringEqualsIfExists":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]},
          "ForAllValues:StringLike":{"aws:TagKeys":"team-*"},"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"s3:max-keys":10},"Null":{"aws:TokenIssueTime":"false"}}}]}
        """,
        """
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny",
            "NotAction": "iam:*",
            "NotResource": "arn:aws:iam::111122223333:role/caf\u00e9 \ud83d\ude00 \"x\""
          }
        }
        """,
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","sagemaker.amazonaws.com"],
        "AWS":"arn:aws:iam::111122223333:root","Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """,
        """
        {"Version":"2008-10-17","Statement":[{"Sid":"a b","Effect":"Deny","NotPrincipal":{"AWS":["111122223333"],"CanonicalUser":"79a5"},"Action":"s3:*","Resource":"*"},
        {"Effect":"Allow","Principal":"*","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::b/*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]}
        """,
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
        """{"Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":["s3:*","kms:Decrypt"],"NotResource":["*"]}]}""",
        """
        // a comment
        {"Version":"2012-10-17", /* and
        another */ "Statement":[{"Effect":"Allow","Action":[],"Resource":"",},],} // end
        """,
        """{"version":"2012-10-17","statements":{"effects":"allow","actions":"*","Resources":["*",null,1,{}],"Condition":{"Bool":[],"X":{}}}}""",
        """{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"a:b","Action":"c:d","Resource":"*"}],"Statement":{}}""",
        "",
        "[]",
    ];
}
