# The AWS CLI v1 as several profiles; a presigned URL that somebody without credentials opens.
set -e
aws --profile base sts get-caller-identity --query Arn --output text
aws --profile reader --region eu-west-1 dynamodb list-tables --output text
aws --profile chained --region us-west-2 dynamodb create-table --table-name orders --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH \
  --query TableDescription.TableStatus --output text
aws --profile web s3api create-bucket --bucket web-bucket --query Location --output text
aws --profile china dynamodb list-tables --output text
curl -s -o /dev/null -w '%{http_code}\n' "$(aws --profile reader s3 presign s3://web-bucket/a --region us-east-1)"
